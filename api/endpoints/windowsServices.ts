import { get, post } from '../endpoint';
import { whole } from '../paging';

/**
 * Services of one device. NinjaOne's rows have no id: `serviceId` in the requests below is the service's name, such as
 * `Spooler`.
 */
export const windowsServices = {
	list: get('/v2/device/{id}/windows-services', { paging: whole }),
	/** A restart that is sent twice happens twice, and a lost answer leaves it open. */
	control: post('/v2/device/{id}/windows-service/{serviceId}/control', { effect: 'dispatch' }),
	/** Sets the start type as a whole, so it may be sent again. */
	configure: post('/v2/device/{id}/windows-service/{serviceId}/configure', { repeatable: true }),
};

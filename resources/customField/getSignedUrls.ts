import { customFields } from '../../api/endpoints/customFields';
import { locations } from '../../api/endpoints/locations';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { signedUrlRows } from '../fields/signedUrls';
import { entityFields, findEntity } from './entity';

export const getSignedUrls = operation({
	name: 'Get Signed URLs',
	action: 'Get signed URL of each custom field attachment',
	description:
		'Get addresses under which the files in attachment fields can be downloaded for a while without signing in',
	endpoints: [customFields.signedUrls, locations.list],
	fields: entityFields(),
	async run(caller, given) {
		const { type, id, ids } = await findEntity(caller, given);
		const path = { entityType: type, entityId: id };
		const rows = signedUrlRows(await caller.send(call(customFields.signedUrls, { path })));
		return rows.map((row) => ({ entityType: type, ...ids, ...row }));
	},
});

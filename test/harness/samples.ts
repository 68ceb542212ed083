import type { INodeParameters } from 'n8n-workflow';
import { alertSamples } from './samples/alerts';
import { byId, byName } from './samples/common';
import { customFieldSamples } from './samples/customFields';
import { deviceSamples } from './samples/devices';
import { documentSamples } from './samples/documents';
import { endUserSamples } from './samples/endUsers';
import { knowledgeSamples } from './samples/knowledge';
import { patchSamples } from './samples/patches';
import { scriptSamples } from './samples/scripts';
import { ticketSamples } from './samples/tickets';
import { windowsServiceSamples } from './samples/windowsServices';

const ofTheNorth = { raw: 'cf=organizationOwnerDepartment=Sales' };

/**
 * Parameters that make each operation send everything that it can: every field, every filter, every endpoint. The
 * contract check runs them all, and a test asks for samples of every operation and every endpoint. `lacking` names
 * paths that this NinjaOne does not have, so that what takes their place is asked.
 */
export const samples: Readonly<Record<string, INodeParameters[]>> = {
	...alertSamples,
	'connection.checkHealth': [{}],
	...customFieldSamples({
		email: 'brando.lakin@reich.example',
		id: 5009,
		deviceName: 'REICH-SW-0001',
		organizationName: 'Reichel Group',
	}),
	...deviceSamples,
	...documentSamples('Reichel Group'),
	...endUserSamples('Reichel Group'),
	...knowledgeSamples({ organization: 'Reichel Group', technician: 'zion.collins@msp.example' }),
	'location.getMany': [
		{ scope: 'all', returnAll: true },
		{ scope: 'organization', organizationId: byId(1), returnAll: false, limit: 5 },
	],
	...patchSamples,
	...scriptSamples,
	'organization.get': [{ organizationId: byId(1) }],
	'organization.getDevices': [{ organizationId: byName('Reichel Group'), returnAll: true }],
	'organization.getMany': [
		{ detail: 'basic', returnAll: false, limit: 5, filters: ofTheNorth },
		{ detail: 'detailed', returnAll: true, filters: ofTheNorth },
	],
	...windowsServiceSamples,
	...ticketSamples({
		organization: 'Reichel Group',
		location: 'Main Office',
		device: 'REICH-WS-0005',
		requester: 'brando.lakin@reich.example',
		technicians: ['Zion Collins', 'daron.howell@msp.example'],
	}),
};

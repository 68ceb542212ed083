import type { INodeParameters } from 'n8n-workflow';

const byId = (value: number | string) => ({ __rl: true, mode: 'id', value });

/** All device filters at once. */
const everyDeviceFilter = {
	classes: ['WINDOWS_SERVER', 'WINDOWS_WORKSTATION'],
	connectivity: 'online',
	createdAfter: '2020-01-01T00:00:00Z',
	createdBefore: '2030-01-01T00:00:00Z',
	deviceIds: '1,2,3',
	groupId: 701,
	locationIds: [1001, 1002],
	organizationIds: [1],
	raw: 'role in (301,302,303)',
	roleIds: [301],
	status: 'APPROVED',
	tagIds: [41],
};

/** An alert that certainly exists is asked for by the caller; this one has the right form only. */
export const someUid = '0b7cf9e2-6a1d-4c58-9f0e-2d1a3b4c5d6e';

/**
 * Parameters that make each operation send everything that it can: every field, every filter, every endpoint. The
 * contract check runs them all, and a test asks for samples of every operation and every endpoint.
 */
export const samples: Readonly<Record<string, INodeParameters[]>> = {
	'activity.getMany': [
		{
			scope: 'fleet',
			returnAll: false,
			limit: 20,
			deviceFilters: { organizationIds: [1] },
			activityFilters: {
				activityType: 'CONDITION',
				after: '2020-01-01T00:00:00Z',
				before: '2030-01-01T00:00:00Z',
				newerThan: 1,
				olderThan: 900000000,
				seriesUid: someUid,
				status: 'TRIGGERED',
				user: '1',
			},
		},
		{
			scope: 'device',
			deviceId: byId(1),
			returnAll: false,
			limit: 20,
			activityFilters: {
				activityType: 'CONDITION',
				newerThan: 1,
				olderThan: 900000000,
				seriesUid: someUid,
				status: 'TRIGGERED',
			},
		},
		{
			scope: 'device',
			deviceId: byId(1),
			returnAll: false,
			limit: 20,
			activityFilters: { after: '2020-01-01T00:00:00Z' },
		},
	],
	'alert.getMany': [
		{
			scope: 'fleet',
			returnAll: true,
			deviceFilters: { organizationIds: [1, 2] },
			alertFilters: { sourceType: 'CONDITION_AGENT_CPU' },
		},
		{ scope: 'device', deviceId: byId(1), returnAll: true },
	],
	'alert.reset': [
		{ alertUid: byId(someUid), activityData: '{"resolvedBy": "n8n"}' },
		{ alertUid: byId(someUid) },
	],
	'connection.checkHealth': [{}],
	'device.get': [{ deviceId: byId(1) }],
	'device.getDashboardLink': [{ deviceId: byId(1) }],
	'device.getMany': [
		{ detail: 'basic', returnAll: false, limit: 10, filters: everyDeviceFilter },
		{ detail: 'detailed', returnAll: true, filters: { organizationIds: [1] } },
	],
	'device.search': [{ query: 'SRV', returnAll: false, limit: 10 }],
	'device.update': [
		{
			deviceId: byId(1),
			updateFields: {
				displayName: 'SRV-01 (renamed)',
				locationId: 1001,
				nodeRoleId: 309,
				organizationId: 1,
				policyId: 67,
				userData: '{"asset": "4711"}',
			},
		},
		{ deviceId: byId(2), updateFields: { policyId: 'none' } },
	],
	'location.getMany': [
		{ scope: 'all', returnAll: true },
		{ scope: 'organization', organizationId: byId(1), returnAll: false, limit: 5 },
	],
	'organization.get': [{ organizationId: byId(1) }],
	'organization.getMany': [
		{ detail: 'basic', returnAll: false, limit: 5 },
		{ detail: 'detailed', returnAll: true },
	],
};

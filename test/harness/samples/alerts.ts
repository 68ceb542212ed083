import type { INodeParameters } from 'n8n-workflow';
import { byId, inGerman, someUid } from './common';
import { namedDeviceFilters } from './deviceFilters';

export const alertSamples: Readonly<Record<string, INodeParameters[]>> = {
	'activity.getMany': [
		{
			...inGerman,
			scope: 'fleet',
			returnAll: false,
			limit: 20,
			deviceFilters: { organizationIds: [1] },
			activityFilters: {
				activityClass: 'DEVICE',
				activityType: ['CONDITION', 'ACTION'],
				after: '2020-01-01T00:00:00Z',
				before: '2030-01-01T00:00:00Z',
				newerThan: 1,
				olderThan: 900000000,
				seriesUid: someUid,
				sourceConfigUid: someUid,
				status: 'TRIGGERED,RESET',
				user: '1',
			},
		},
		{
			...inGerman,
			scope: 'device',
			deviceId: byId(1),
			returnAll: false,
			limit: 20,
			activityFilters: {
				activityType: ['CONDITION'],
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
		{ scope: 'fleet', returnAll: false, limit: 20, deviceFilters: namedDeviceFilters },
	],
	'alert.getMany': [
		{
			...inGerman,
			scope: 'fleet',
			returnAll: true,
			deviceFilters: { organizationIds: [1, 2] },
			alertFilters: { sourceType: 'CONDITION_AGENT_CPU' },
		},
		{ ...inGerman, scope: 'device', deviceId: byId(1), returnAll: true },
		{ scope: 'fleet', returnAll: true, deviceFilters: namedDeviceFilters },
	],
	'alert.reset': [
		{ alertUid: byId(someUid), activityData: '{"resolvedBy": "n8n"}' },
		{ alertUid: byId(someUid) },
	],
	'alert.resetMany': [
		{
			preview: true,
			deviceFilters: { organizationIds: [1, 2] },
			alertFilters: {
				conditionName: 'Low disk space',
				olderThan: 1,
				olderThanUnit: 'minutes',
				severities: ['MAJOR'],
				sourceType: 'CONDITION_AGENT_CPU',
			},
		},
		{ preview: true, deviceFilters: namedDeviceFilters },
		{ preview: false, cap: 1000, deviceFilters: { deviceIds: '1' } },
		{
			preview: false,
			cap: 1000,
			deviceFilters: { deviceIds: '1' },
			activityData: '{"resolvedBy": "n8n"}',
		},
	],
};

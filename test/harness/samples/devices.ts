import type { INodeParameters } from 'n8n-workflow';
import { byId, inGerman, pendingDevice, windowsServer } from './common';
import { everyDeviceFilter, namedDeviceFilters } from './deviceFilters';

const windowsServerName = 'CORKE-SRV-0057';

export const deviceSamples: Readonly<Record<string, INodeParameters[]>> = {
	'device.approve': [{ deviceIds: `${windowsServer},${pendingDevice}` }],
	'device.cancelMaintenance': [{ deviceId: byId(2) }],
	'device.decommission': [
		{ deviceId: byId(60), demandName: true, confirmationName: 'REICH-PRN-0060' },
	],
	'device.get': [{ deviceId: byId(1) }],
	'device.getActiveJobs': [{ ...inGerman, deviceId: byId(windowsServer), returnAll: true }],
	'device.getDashboardLink': [{ deviceId: byId(1) }],
	'device.getDisks': [{ deviceId: byId(windowsServer), returnAll: true }],
	'device.getInventory': [
		{ returnAll: true, filters: { organizationIds: [1] } },
		{ returnAll: false, limit: 5, filters: namedDeviceFilters },
	],
	'device.getLastLoggedOnUser': [{ deviceId: byId(windowsServer) }],
	'device.getMany': [
		{ detail: 'basic', returnAll: false, limit: 10, filters: everyDeviceFilter },
		{ detail: 'detailed', returnAll: true, filters: { organizationIds: [1] } },
		{ detail: 'basic', returnAll: true, filters: namedDeviceFilters },
	],
	'device.getNetworkInterfaces': [{ deviceId: byId(windowsServer), returnAll: true }],
	'device.getPolicyOverrides': [{ deviceId: byId(windowsServer) }],
	'device.getProcessors': [{ deviceId: byId(windowsServer), returnAll: true }],
	'device.getSoftware': [{ deviceId: byId(windowsServer), returnAll: true }],
	'device.getVolumes': [
		{ deviceId: byId(windowsServer), includeBitLocker: true, returnAll: false, limit: 5 },
	],
	'device.reboot': [
		{ deviceId: byId(windowsServer), mode: 'NORMAL', reason: 'Updates' },
		{
			deviceId: byId(windowsServer),
			mode: 'FORCED',
			demandName: true,
			confirmationName: windowsServerName,
		},
	],
	'device.reject': [{ deviceIds: `${pendingDevice}` }],
	'device.removeOwner': [{ deviceId: byId(2) }],
	'device.resetPolicyOverrides': [
		{ deviceId: byId(windowsServer), demandName: true, confirmationName: windowsServerName },
	],
	'device.search': [{ query: 'SRV', returnAll: false, limit: 10 }],
	'device.setMaintenance': [
		{
			deviceId: byId(2),
			disabledFeatures: ['ALERTS', 'PATCHING', 'AVSCANS', 'TASKS'],
			start: '2100-01-01T08:00:00Z',
			ends: 'duration',
			duration: 2,
			durationUnit: 'hours',
			reason: 'Move',
		},
		{
			deviceId: byId(2),
			disabledFeatures: ['ALERTS'],
			start: '2100-01-01T07:00:00Z',
			ends: 'time',
			end: '2100-01-01T08:00:00Z',
			timeFormat: 'iso',
		},
	],
	'device.setOwner': [
		{ deviceId: byId(2), ownerUid: byId('f0232319-b9b2-4d8a-a6b2-081831e645a8') },
	],
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
				warrantyFulfillment: '2025-12-15T00:00:00Z',
				warrantyEnd: '2029-01-01T00:00:00Z',
				warrantyStart: '2026-01-01T00:00:00Z',
			},
		},
		{ deviceId: byId(2), updateFields: { policyId: 'none' } },
		{
			deviceId: byId(windowsServer),
			updateFields: {
				locationId: 'Corkery - Bosco: Main Office',
				nodeRoleId: 'Windows Server',
				organizationId: 'Corkery - Bosco',
				policyId: 'Windows Server Policy',
			},
		},
	],
};

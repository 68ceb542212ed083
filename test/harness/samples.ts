import type { INodeParameters } from 'n8n-workflow';
import { customFieldSamples } from './samples/customFields';
import { everyDeviceFilter, namedDeviceFilters } from './samples/deviceFilters';
import { documentSamples } from './samples/documents';
import { endUserSamples } from './samples/endUsers';
import { knowledgeSamples } from './samples/knowledge';
import { ticketSamples } from './samples/tickets';

const byId = (value: number | string) => ({ __rl: true, mode: 'id', value });

const byName = (value: string) => ({ __rl: true, mode: 'name', value });

/** A Windows workstation, and a Windows server with its name; both are online. */
const workstation = 5;
export const windowsServer = 57;
const windowsServerName = 'CORKE-SRV-0057';

/** An alert that certainly exists is asked for by the caller; this one has the right form only. */
export const someUid = '0b7cf9e2-6a1d-4c58-9f0e-2d1a3b4c5d6e';

/** A device that waits for approval, by the caller's doing. */
export const pendingDevice = 61;

/** A built-in action of NinjaOne's. */
const refreshInventory = '6b6c9149-5e54-408a-ae98-83fe2de19c18';

const everyPatch = { scope: 'fleet', returnAll: true, deviceFilters: { organizationIds: [1] } };
const everyPatchOfOne = { scope: 'device', deviceId: byId(workstation), returnAll: true };
const osFilters = { severity: 'CRITICAL', type: 'A' };
const softwareFilters = { impact: 'CRITICAL', product: someUid, type: 'PATCH' };
const installedLately = {
	installedAfter: '2020-01-01T00:00:00Z',
	installedBefore: '2030-01-01T00:00:00Z',
};

const inGerman = { wording: { language: 'de', timeZone: 'Europe/Berlin' } };
const ofTheNorth = { raw: 'cf=organizationOwnerDepartment=Sales' };

/**
 * Parameters that make each operation send everything that it can: every field, every filter, every endpoint. The
 * contract check runs them all, and a test asks for samples of every operation and every endpoint. `lacking` names
 * paths that this NinjaOne does not have, so that what takes their place is asked.
 */
export const samples: Readonly<Record<string, INodeParameters[]>> = {
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
	'connection.checkHealth': [{}],
	...customFieldSamples({
		email: 'brando.lakin@reich.example',
		id: 5009,
		deviceName: 'REICH-SW-0001',
		organizationName: 'Reichel Group',
	}),
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
	...documentSamples('Reichel Group'),
	...endUserSamples('Reichel Group'),
	...knowledgeSamples({ organization: 'Reichel Group', technician: 'zion.collins@msp.example' }),
	'location.getMany': [
		{ scope: 'all', returnAll: true },
		{ scope: 'organization', organizationId: byId(1), returnAll: false, limit: 5 },
	],
	'patch.applyOs': [{ deviceId: byId(workstation), wait: true }],
	'patch.applySoftware': [{ deviceId: byId(workstation), wait: true }],
	'patch.getCompliance': [
		{ per: 'organization', kind: 'both', returnAll: true, filters: { organizationIds: [1] } },
		{ per: 'device', kind: 'os', returnAll: false, limit: 2, filters: namedDeviceFilters },
	],
	'patch.getMany': [
		{
			kind: 'os',
			state: 'approved',
			...everyPatch,
			patchFilters: osFilters,
		},
		{ kind: 'os', state: 'failed', ...everyPatch, patchFilters: installedLately },
		{
			kind: 'software',
			state: 'notInstalled',
			...everyPatch,
			patchFilters: softwareFilters,
		},
		{ kind: 'software', state: 'pending', ...everyPatch },
		{
			kind: 'software',
			state: 'installed',
			...everyPatch,
			patchFilters: { ...softwareFilters, ...installedLately },
		},
		{ kind: 'os', state: 'pending', ...everyPatchOfOne, patchFilters: osFilters },
		{ kind: 'os', state: 'failed', ...everyPatchOfOne, patchFilters: installedLately },
		{ kind: 'software', state: 'pending', ...everyPatchOfOne, patchFilters: softwareFilters },
		{
			kind: 'software',
			state: 'failed',
			...everyPatchOfOne,
			patchFilters: { ...softwareFilters, ...installedLately },
		},
		{ kind: 'os', state: 'approved', ...everyPatch, deviceFilters: namedDeviceFilters },
	],
	'patch.scanOs': [{ deviceId: byId(workstation), wait: true }],
	'patch.scanSoftware': [{ deviceId: byId(workstation) }, { deviceId: byId(5), wait: true }],
	'script.getMany': [{ returnAll: true, wording: { language: 'de' } }],
	'script.getOptions': [{ deviceId: byId(workstation), wording: { language: 'de' } }],
	'script.run': [
		{
			deviceId: byId(workstation),
			runnable: byId('SCRIPT:801'),
			parameters: '-Days 30',
			runAs: 'system',
			wait: true,
			outputField: 'assetText',
		},
		{
			deviceId: byId(workstation),
			runnable: byId('SCRIPT:801'),
			parameters: 'a b',
			encodeParameters: true,
		},
		{ deviceId: byId(workstation), runnable: byId(`ACTION:${refreshInventory}`) },
	],
	'script.runBash': [
		{
			deviceId: byId(7),
			bridgeScriptId: 812,
			script: 'ninja-property-set assetText "$(uname -a)"',
			wait: true,
			outputField: 'assetText',
		},
	],
	'script.runPowerShell': [
		{
			deviceId: byId(workstation),
			bridgeScriptId: 811,
			script: 'Get-Volume',
			wait: true,
			outputField: 'assetText',
		},
	],
	'organization.get': [{ organizationId: byId(1) }],
	'organization.getDevices': [{ organizationId: byName('Reichel Group'), returnAll: true }],
	'organization.getMany': [
		{ detail: 'basic', returnAll: false, limit: 5, filters: ofTheNorth },
		{ detail: 'detailed', returnAll: true, filters: ofTheNorth },
	],
	'windowsService.configure': [
		{
			deviceId: byId(windowsServer),
			serviceName: byName('Spooler'),
			startType: 'DEMAND_START',
			userName: 'NT AUTHORITY\\LocalService',
		},
	],
	'windowsService.getMany': [
		{
			deviceId: byId(windowsServer),
			returnAll: true,
			filters: { name: 'spool', startType: 'AUTO_START', state: 'RUNNING' },
		},
	],
	'windowsService.pause': [{ deviceId: byId(windowsServer), serviceName: byName('Spooler') }],
	'windowsService.restart': [{ deviceId: byId(windowsServer), serviceName: byName('Spooler') }],
	'windowsService.start': [{ deviceId: byId(windowsServer), serviceName: byName('Spooler') }],
	'windowsService.stop': [{ deviceId: byId(windowsServer), serviceName: byName('Spooler') }],
	...ticketSamples({
		organization: 'Reichel Group',
		location: 'Main Office',
		device: 'REICH-WS-0005',
		requester: 'brando.lakin@reich.example',
		technicians: ['Zion Collins', 'daron.howell@msp.example'],
	}),
};

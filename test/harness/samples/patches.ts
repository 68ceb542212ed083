import type { INodeParameters } from 'n8n-workflow';
import { byId, someUid, workstation } from './common';
import { namedDeviceFilters } from './deviceFilters';

const everyPatch = { scope: 'fleet', returnAll: true, deviceFilters: { organizationIds: [1] } };
const everyPatchOfOne = { scope: 'device', deviceId: byId(workstation), returnAll: true };
const osFilters = { severity: 'CRITICAL', type: 'A' };
const softwareFilters = { impact: 'CRITICAL', product: someUid, type: 'PATCH' };
const installedLately = {
	installedAfter: '2020-01-01T00:00:00Z',
	installedBefore: '2030-01-01T00:00:00Z',
};

export const patchSamples: Readonly<Record<string, INodeParameters[]>> = {
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
};

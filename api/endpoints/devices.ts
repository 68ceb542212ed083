import { del, get, patch, post, put } from '../endpoint';
import { activityPages, idPages, limited, whole } from '../paging';

/** Scans and installations of patches start on the device; repeated, they start again. */
const start = { effect: 'dispatch' } as const;

export const devices = {
	list: get('/v2/devices', { paging: idPages }),
	listDetailed: get('/v2/devices-detailed', { paging: idPages }),
	search: get('/v2/devices/search', { paging: limited('devices') }),
	get: get('/v2/device/{id}'),
	update: patch('/v2/device/{id}'),
	/** The link expires: fetched when it is needed, never kept. */
	dashboardUrl: get('/v2/device/{id}/dashboard-url'),

	disks: get('/v2/device/{id}/disks', { paging: whole }),
	volumes: get('/v2/device/{id}/volumes', { paging: whole }),
	processors: get('/v2/device/{id}/processors', { paging: whole }),
	networkInterfaces: get('/v2/device/{id}/network-interfaces', { paging: whole }),
	software: get('/v2/device/{id}/software', { paging: whole }),
	lastLoggedOnUser: get('/v2/device/{id}/last-logged-on-user'),
	/** Running jobs alone; finished ones are found among the activities. */
	jobs: get('/v2/device/{id}/jobs', { paging: whole }),
	alerts: get('/v2/device/{id}/alerts', { paging: whole }),
	activities: get('/v2/device/{id}/activities', { paging: activityPages }),

	/** `mode` is APPROVE; the body names the devices. An approved device stays approved when it is sent again. */
	approve: post('/v2/devices/approval/{mode}', { repeatable: true }),
	/** `mode` is REJECT: the devices are gone then, and a second request does not find them. */
	reject: post('/v2/devices/approval/{mode}'),
	/** Undone by installing the agent again, so never sent twice. */
	decommission: post('/v2/device/{id}/decommission', { effect: 'destroy' }),
	/** `mode` is NORMAL or FORCED. */
	reboot: post('/v2/device/{id}/reboot/{mode}', { effect: 'dispatch' }),

	setOwner: post('/v2/device/{id}/owner/{ownerUid}', { repeatable: true }),
	removeOwner: del('/v2/device/{id}/owner'),

	/** Takes the place of a window that is set already. */
	setMaintenance: put('/v2/device/{id}/maintenance'),
	cancelMaintenance: del('/v2/device/{id}/maintenance'),

	/** Values by machine name. Where there is none, and where the API may not read it, a field is left out. */
	customFields: get('/v2/device/{id}/custom-fields', { answers: 'values' }),
	/** Changes the fields that are named and no others; null clears. */
	updateCustomFields: patch('/v2/device/{id}/custom-fields'),

	policyOverrides: get('/v2/device/{id}/policy/overrides', { answers: 'values' }),
	/** NinjaOne carries it out later, and it cannot be undone. */
	resetPolicyOverrides: del('/v2/device/{id}/policy/overrides', { effect: 'destroy' }),

	/** Known patches are those that nobody has tried to install yet; installs are the attempts, good and bad. */
	osPatches: get('/v2/device/{id}/os-patches', { paging: whole }),
	osPatchInstalls: get('/v2/device/{id}/os-patch-installs', { paging: whole }),
	softwarePatches: get('/v2/device/{id}/software-patches', { paging: whole }),
	softwarePatchInstalls: get('/v2/device/{id}/software-patch-installs', { paging: whole }),
	scanOsPatches: post('/v2/device/{id}/patch/os/scan', start),
	applyOsPatches: post('/v2/device/{id}/patch/os/apply', start),
	scanSoftwarePatches: post('/v2/device/{id}/patch/software/scan', start),
	applySoftwarePatches: post('/v2/device/{id}/patch/software/apply', start),
};

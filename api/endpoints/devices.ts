import { del, get, patch, post, put } from '../endpoint';
import { complete, idPages, limited, whole } from '../paging';

export const device = get('/v2/device/{id}');
export const devices = get('/v2/devices', { paging: idPages });
export const devicesDetailed = get('/v2/devices-detailed', { paging: idPages });
export const deviceSearch = get('/v2/devices/search', { paging: limited('devices') });
export const deviceUpdate = patch('/v2/device/{id}');
/** The link expires: fetched when it is needed, never kept. */
export const deviceDashboard = get('/v2/device/{id}/dashboard-url');

export const deviceDisks = get('/v2/device/{id}/disks', { paging: whole });
export const deviceVolumes = get('/v2/device/{id}/volumes', { paging: whole });
export const deviceProcessors = get('/v2/device/{id}/processors', { paging: whole });
export const deviceNetworkInterfaces = get('/v2/device/{id}/network-interfaces', { paging: whole });
export const deviceSoftware = get('/v2/device/{id}/software', { paging: whole });
/** Running jobs alone; finished ones are found among the activities. */
export const deviceJobs = get('/v2/device/{id}/jobs', { paging: whole });
export const deviceLastUser = get('/v2/device/{id}/last-logged-on-user');

/** `mode` is APPROVE; the body names the devices. An approved device stays approved when it is sent again. */
export const deviceApproval = post('/v2/devices/approval/{mode}', { repeatable: true });
/** `mode` is REJECT: the devices are gone then, and a second request does not find them. */
export const deviceRejection = post('/v2/devices/approval/{mode}');
/** Undone by installing the agent again, so never sent twice. */
export const deviceDecommission = post('/v2/device/{id}/decommission', { effect: 'destroy' });
/** `mode` is NORMAL or FORCED. */
export const deviceReboot = post('/v2/device/{id}/reboot/{mode}', { effect: 'dispatch' });

export const deviceOwnerSet = post('/v2/device/{id}/owner/{ownerUid}', { repeatable: true });
export const deviceOwnerRemove = del('/v2/device/{id}/owner');

/** Takes the place of a window that is set already. */
export const deviceMaintenanceSet = put('/v2/device/{id}/maintenance');
export const deviceMaintenanceCancel = del('/v2/device/{id}/maintenance');

export const devicePolicyOverrides = get('/v2/device/{id}/policy/overrides', { answers: 'values' });
/** NinjaOne carries it out later, and it cannot be undone. */
export const devicePolicyOverridesReset = del('/v2/device/{id}/policy/overrides', {
	effect: 'destroy',
});

export const groups = get('/v2/groups', { paging: whole });
export const policies = get('/v2/policies', { paging: whole });
export const roles = get('/v2/roles', { paging: whole });
export const tags = get('/v2/tag', { paging: complete('tags') });

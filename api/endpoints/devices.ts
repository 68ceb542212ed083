import { get, patch } from '../endpoint';
import { complete, idPages, limited, whole } from '../paging';

export const device = get('/v2/device/{id}');
export const devices = get('/v2/devices', { paging: idPages });
export const devicesDetailed = get('/v2/devices-detailed', { paging: idPages });
export const deviceSearch = get('/v2/devices/search', { paging: limited('devices') });
export const deviceUpdate = patch('/v2/device/{id}');
/** The link expires: fetched when it is needed, never kept. */
export const deviceDashboard = get('/v2/device/{id}/dashboard-url');

export const groups = get('/v2/groups', { paging: whole });
export const policies = get('/v2/policies', { paging: whole });
export const roles = get('/v2/roles', { paging: whole });
export const tags = get('/v2/tag', { paging: complete('tags') });

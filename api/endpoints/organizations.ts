import { get } from '../endpoint';
import { idPages, whole } from '../paging';

export const organization = get('/v2/organization/{id}');
export const organizations = get('/v2/organizations', { paging: idPages });
export const organizationsDetailed = get('/v2/organizations-detailed', { paging: idPages });
export const locations = get('/v2/locations', { paging: idPages });
export const organizationLocations = get('/v2/organization/{id}/locations', { paging: whole });
export const organizationDevices = get('/v2/organization/{id}/devices', { paging: idPages });
export const users = get('/v2/users', { paging: whole });

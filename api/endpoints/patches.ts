import { get, post } from '../endpoint';
import { cursorPages, whole } from '../paging';

/** Known patches are those that nobody has tried to install yet; installs are the attempts, good and bad. */
export const fleetOsPatches = get('/v2/queries/os-patches', { paging: cursorPages });
export const fleetOsInstalls = get('/v2/queries/os-patch-installs', { paging: cursorPages });
export const fleetSoftwarePatches = get('/v2/queries/software-patches', { paging: cursorPages });
export const fleetSoftwareInstalls = get('/v2/queries/software-patch-installs', {
	paging: cursorPages,
});

export const deviceOsPatches = get('/v2/device/{id}/os-patches', { paging: whole });
export const deviceOsInstalls = get('/v2/device/{id}/os-patch-installs', { paging: whole });
export const deviceSoftwarePatches = get('/v2/device/{id}/software-patches', { paging: whole });
export const deviceSoftwareInstalls = get('/v2/device/{id}/software-patch-installs', {
	paging: whole,
});

/** Scans and installations start on the device; repeated, they start again. */
const start = { effect: 'dispatch' } as const;
export const osScan = post('/v2/device/{id}/patch/os/scan', start);
export const osApply = post('/v2/device/{id}/patch/os/apply', start);
export const softwareScan = post('/v2/device/{id}/patch/software/scan', start);
export const softwareApply = post('/v2/device/{id}/patch/software/apply', start);

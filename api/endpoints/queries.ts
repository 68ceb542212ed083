import { get } from '../endpoint';
import { cursorPages } from '../paging';

const report = { paging: cursorPages };

/** Reports over the whole fleet. */
export const queries = {
	/** Last user of each device. */
	loggedOnUsers: get('/v2/queries/logged-on-users', report),
	/** Devices that have backups, with their usage among the references. It knows no device filter. */
	backupUsage: get('/v2/queries/backup/usage', { ...report, module: "NinjaOne's backup" }),

	/** Known patches are those that nobody has tried to install yet; installs are the attempts, good and bad. */
	osPatches: get('/v2/queries/os-patches', report),
	osPatchInstalls: get('/v2/queries/os-patch-installs', report),
	softwarePatches: get('/v2/queries/software-patches', report),
	softwarePatchInstalls: get('/v2/queries/software-patch-installs', report),

	/** Values of custom fields; `Detailed` says when and by whom each was set, `scoped` covers more than devices. */
	customFields: get('/v2/queries/custom-fields', report),
	customFieldsDetailed: get('/v2/queries/custom-fields-detailed', report),
	scopedCustomFields: get('/v2/queries/scoped-custom-fields', report),
	scopedCustomFieldsDetailed: get('/v2/queries/scoped-custom-fields-detailed', report),
};

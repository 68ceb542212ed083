import { get } from '../endpoint';
import { cursorPages } from '../paging';

/** Last user of each device. */
export const loggedOnUsers = get('/v2/queries/logged-on-users', { paging: cursorPages });
/** Devices that have backups, with their usage among the references. It knows no device filter. */
export const backupUsage = get('/v2/queries/backup/usage', {
	paging: cursorPages,
	module: "NinjaOne's backup",
});

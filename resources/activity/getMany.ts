import type { IDataObject } from 'n8n-workflow';
import { activityTypes } from '../../api/activityTypes';
import { deviceFilterText } from '../../api/deviceFilter';
import { activities } from '../../api/endpoints/activities';
import { devices } from '../../api/endpoints/devices';
import { inputError } from '../../api/errors';
import { call, type Call } from '../../api/request';
import { epochSeconds } from '../../api/times';
import { filterCollection, type Added } from '../../operations/collection';
import { choice, codes, optionalId, optionalText, time } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { fleetOrDevice } from '../fields/scope';
import { languageAndZone, wordingQuery } from '../fields/wording';
import { messageCode } from '../fields/messageCode';

const activityFilters = {
	activityClass: choice({ displayName: 'Class', description: 'Whom the activity is about' }, [
		{ name: 'Device', value: 'DEVICE' },
		{ name: 'System', value: 'SYSTEM' },
		{ name: 'User', value: 'USER' },
	]),
	activityType: codes(
		{ displayName: 'Types', description: 'What the activity is about, any of these' },
		activityTypes,
	),
	after: time({ displayName: 'After', description: 'Activities recorded after this time' }),
	before: time({ displayName: 'Before', description: 'Activities recorded before this time' }),
	newerThan: optionalId({
		displayName: 'Newer Than ID',
		description: 'Activities with a higher ID than this one. It is an ID, not a time.',
	}),
	olderThan: optionalId({
		displayName: 'Older Than ID',
		description: 'Activities with a lower ID than this one. It is an ID, not a time.',
	}),
	seriesUid: optionalText({
		displayName: 'Series UID',
		description:
			'Activities of one series, such as the trigger and the reset of one alert (its UID)',
	}),
	sourceConfigUid: optionalText({
		displayName: 'Source UID',
		description:
			'Activities that come from one script, condition or other configuration, by its UID (sourceConfigUid)',
	}),
	status: codes({
		displayName: 'Status Codes',
		description:
			'Comma-separated codes of what happened, any of these, such as TRIGGERED, RESET, COMPLETED or NODE_CREATED',
		placeholder: 'e.g. TRIGGERED, RESET',
	}),
	user: optionalText({
		displayName: 'User',
		description: 'Activities of this user',
	}),
};

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many activities',
	description: 'List many activities, newest first, of the whole account or of one device',
	endpoints: [activities.list, devices.activities],
	fields: {
		...fleetOrDevice('Activities'),
		activityFilters: filterCollection(
			{ displayName: 'Activity Filters', placeholder: 'Add filter' },
			activityFilters,
		),
		...languageAndZone,
	},
	request: ({ deviceId, deviceFilters = {}, activityFilters, wording }) => {
		const filters = { ...activityFilters, ...wordingQuery(wording) };
		demandFew(filters);
		if (deviceId === undefined) return fleetCall(deviceFilterText(deviceFilters), filters);
		return needsFleet(filters)
			? fleetCall(deviceFilterText({ deviceIds: [deviceId] }), filters)
			: deviceCall(deviceId, filters);
	},
	simplify: simplifyActivity,
});

type Filters = Added<typeof activityFilters> & ReturnType<typeof wordingQuery>;

const shared = ({ newerThan, olderThan, seriesUid, status, lang, tz }: Filters) => ({
	lang,
	tz,
	newerThan,
	olderThan,
	seriesUid,
	status,
});

/** Codes that NinjaOne takes in one call; clients that send more see them refused. */
const mostCodes = 100;

function demandFew({ activityType = [], status = [] }: Filters): void {
	const count = activityType.length + status.length;
	if (count <= mostCodes) return;
	throw inputError(
		'Activity Filters',
		`hold ${count} types and status codes, and NinjaOne takes about ${mostCodes} in one call`,
		'Leave some out, or filter the activities behind this node. Nothing was sent to NinjaOne.',
	);
}

/**
 * The device's own list takes one type and one status, and knows no class, user, source or times; only then the fleet's
 * is asked for this device, since that leaves out devices that are not approved.
 */
const needsFleet = ({ activityType = [], status = [], ...filters }: Filters): boolean =>
	activityType.length > 1 ||
	status.length > 1 ||
	[
		filters.activityClass,
		filters.user,
		filters.sourceConfigUid,
		filters.before,
		filters.after,
	].some((value) => value !== undefined);

const fleetCall = (df: string | undefined, filters: Filters): Call =>
	call(activities.list, {
		query: {
			...shared(filters),
			df,
			class: filters.activityClass,
			type: filters.activityType,
			user: filters.user,
			sourceConfigUid: filters.sourceConfigUid,
			// The file says "date"; NinjaOne's own scripts send epoch seconds, and that works.
			after: epochSeconds(filters.after),
			before: epochSeconds(filters.before),
		},
	});

const deviceCall = (deviceId: number, filters: Filters): Call =>
	call(devices.activities, {
		path: { id: deviceId },
		query: { ...shared(filters), activityType: filters.activityType },
	});

/** The useful fields of an activity; the codes rather than the localised words. */
function simplifyActivity(row: IDataObject): IDataObject {
	return {
		id: row.id,
		activityTime: row.activityTime,
		deviceId: row.deviceId,
		activityType: row.activityType,
		statusCode: row.statusCode,
		activityResult: row.activityResult,
		message: row.message,
		code: messageCode(row),
		subject: row.subject,
		seriesUid: row.seriesUid,
		severity: row.severity,
	};
}

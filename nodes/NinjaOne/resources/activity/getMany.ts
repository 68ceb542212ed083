import { activityTypes } from '../../../../api/activityTypes';
import { deviceFilterText } from '../../../../api/deviceFilter';
import { activities, deviceActivities } from '../../../../api/endpoints/alerts';
import { call, type Call } from '../../../../api/request';
import { epochSeconds } from '../../../../api/times';
import { filterCollection, type Added } from '../../../../operations/collection';
import { code, optionalId, optionalText, time } from '../../../../operations/fields';
import { operation } from '../../../../operations/operation';
import { fleetOrDevice } from '../../fields/scope';
import { languageAndZone, wordingQuery } from '../../fields/wording';
import { simplifyActivity } from './simplify';

const activityFilters = {
	activityType: code(
		{ displayName: 'Type', description: 'What the activity is about' },
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
	status: code({
		displayName: 'Status Code',
		description: 'Code of what happened, such as TRIGGERED, RESET, COMPLETED or NODE_CREATED',
		placeholder: 'e.g. TRIGGERED',
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
	endpoints: [activities, deviceActivities],
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
		if (deviceId === undefined) return fleetCall(deviceFilterText(deviceFilters), filters);
		const { user, before, after } = filters;
		// The device's own list knows no user and no times; only then the fleet's is asked for this device, since it
		// leaves out devices that are not approved.
		const needsFleet = [user, before, after].some((value) => value !== undefined);
		return needsFleet
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

const fleetCall = (df: string | undefined, filters: Filters): Call =>
	call(activities, {
		query: {
			...shared(filters),
			df,
			type: filters.activityType,
			user: filters.user,
			// The file says "date"; NinjaOne's own scripts send epoch seconds, and that works.
			after: epochSeconds(filters.after),
			before: epochSeconds(filters.before),
		},
	});

const deviceCall = (deviceId: number, filters: Filters): Call =>
	call(deviceActivities, {
		path: { id: deviceId },
		query: { ...shared(filters), activityType: filters.activityType },
	});

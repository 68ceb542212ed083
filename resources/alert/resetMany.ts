import type { IDataObject } from 'n8n-workflow';
import { deviceFilterText } from '../../api/deviceFilter';
import { alerts } from '../../api/endpoints/alerts';
import { asNinjaOneError, inputError } from '../../api/errors';
import { call } from '../../api/request';
import { severities } from '../../api/severities';
import { cap, holdToCap } from '../../operations/cap';
import { filterCollection, type Added } from '../../operations/collection';
import { eachOf } from '../../operations/eachOf';
import { codes, flag, optionalText } from '../../operations/fields';
import { uidIn } from '../../operations/idIn';
import { jsonObject } from '../../operations/json';
import { operation, type Caller } from '../../operations/operation';
import { deviceFilters } from '../fields/deviceFilters';
import { spanAmount, spanMs, spanUnit } from '../fields/timeSpan';
import { namingEndpoints, simplifyAlert, withNames } from './simplify';

export const activityData = jsonObject({
	displayName: 'Activity Data',
	description:
		'A JSON object that NinjaOne keeps with the activity of the reset, such as who did it and why. Leave it at {} for none.',
	placeholder: 'e.g. {"resolvedBy": "n8n", "ticket": 4711}',
});

/** The request that ends one alert, with data for its activity where there is any. */
export const resetCall = (uid: string, data: Record<string, unknown> = {}) =>
	Object.keys(data).length === 0
		? call(alerts.reset, { path: { uid } })
		: call(alerts.resetWithData, { path: { uid }, body: data });

const alertFilters = {
	conditionName: optionalText({
		displayName: 'Condition Name',
		description: 'Alerts of the condition with this name, in upper or lower case',
	}),
	olderThan: spanAmount(
		'Older Than',
		'Alerts that were raised at least this long ago, in days unless Older Than Unit says otherwise',
		1,
	),
	olderThanUnit: spanUnit('Older Than Unit', 'What Older Than is counted in', 'days'),
	severities: codes(
		{
			displayName: 'Severities',
			description:
				'Alerts of these severities. NinjaOne lists many alerts without one; such alerts are not reset then.',
		},
		severities,
	),
	sourceType: optionalText({
		displayName: 'Source Type',
		description: "What raised the alert, as a code of NinjaOne's",
		placeholder: 'e.g. CONDITION_AGENT_DISK_FREE_SPACE',
	}),
};
type Filters = Added<typeof alertFilters>;

export const resetMany = operation({
	name: 'Reset Many',
	action: 'Reset many alerts',
	description:
		'Clear all active alerts that match filters, or only show which ones would be cleared',
	endpoints: [alerts.list, alerts.reset, alerts.resetWithData, ...namingEndpoints],
	fields: {
		preview: flag(
			{
				displayName: 'Preview',
				description:
					'Whether to return the alerts that would be reset and change nothing in NinjaOne',
			},
			true,
		),
		cap: cap('alerts'),
		deviceFilters: deviceFilters('Device Filters'),
		alertFilters: filterCollection(
			{ displayName: 'Alert Filters', placeholder: 'Add filter' },
			alertFilters,
		),
		activityData,
	},
	async run(
		caller,
		{ preview, cap: most, deviceFilters: onDevices, alertFilters: onAlerts, ...given },
	) {
		const query = { df: deviceFilterText(onDevices), sourceType: onAlerts.sourceType };
		if (!preview) demandFilter(query.df, onAlerts);
		const active = await caller.list(call(alerts.list, { query }));
		const matching = active.filter(matches(onAlerts));
		const within = matching.length <= most;
		const named = async () => await withNames(caller, matching.map(simplifyAlert), onDevices);
		if (preview) return (await named()).map((row) => ({ wouldReset: within, ...row }));
		holdToCap(matching.length, most, 'alerts');
		return await resetAll(caller, await named(), given.activityData);
	},
});

/** What NinjaOne cannot filter by. */
function matches({ conditionName, severities, olderThan, olderThanUnit = 'days' }: Filters) {
	const named = conditionName?.toLowerCase();
	const before =
		olderThan === undefined ? Infinity : (Date.now() - spanMs(olderThan, olderThanUnit)) / 1000;
	return (row: IDataObject) =>
		(named === undefined || String(row.conditionName ?? row.sourceName).toLowerCase() === named) &&
		(!severities?.length || severities.includes(String(row.severity))) &&
		(before === Infinity || Number(row.createTime) <= before);
}

/** All alerts of the account are not reset by leaving everything empty. */
function demandFilter(df: string | undefined, onAlerts: Filters): void {
	const filters = Object.keys(onAlerts).filter((name) => name !== 'olderThanUnit');
	if (df !== undefined || filters.length > 0) return;
	throw inputError(
		'Alert Filters',
		'and "Device Filters" are both empty, so every alert of the account would be reset. Nothing was reset',
		'Add a filter. Preview works without one.',
	);
}

/** One row for each alert: what became of it. */
const resetAll = async (
	caller: Caller,
	rows: IDataObject[],
	data: Record<string, unknown> | undefined,
): Promise<IDataObject[]> =>
	await eachOf(
		rows,
		({ uid, deviceId, deviceName, organizationId, organizationName, message }) => ({
			alertUid: uid,
			deviceId,
			deviceName,
			organizationId,
			organizationName,
			message,
		}),
		async (row) => await caller.send(resetCall(uidIn(row, 'the alert'), data)).catch(unlessGone),
	);

/** An alert that is gone by now needs no reset. */
function unlessGone(error: unknown): void {
	if (asNinjaOneError(error).status === 404) return;
	throw error;
}

import type { IPollFunctions, TriggerTime } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { inputError } from '../../api/errors';
import { rowsFor } from '../../api/list';
import { collection } from '../../operations/collection';
import { flag, wholeNumber } from '../../operations/fields';
import { readParameters } from '../../operations/readFields';
import type { OutputForm } from '../events/item';
import type { Warn } from '../events/names';
import { outputForm, wantedEvents, type Wanted } from '../events/parameters';
import { changeFields, changeSettings, type ChangeSettings } from './changes/settings';

const standard = { lookBackMinutes: 15, recordMinutes: 5, passUnknownDevices: true };

/** Events may be none where changes are looked for. */
const eventsIfAny: typeof wantedEvents = {
	...wantedEvents,
	property: { ...wantedEvents.property, required: undefined },
	parse(value, context) {
		const { row = [] } = (value ?? {}) as { row?: unknown[] };
		return row.length === 0 ? [] : wantedEvents.parse(value, context);
	},
};

/** The parameters of the polling trigger, by name. */
export const triggerFields = {
	events: eventsIfAny,
	changes: changeFields,
	output: outputForm,
	// Saved workflows know it by this name.
	emitStanding: flag({
		displayName: 'Emit What Is Active on First Activation',
		description:
			'Whether to start with what is there already when the workflow is activated for the first time: active alerts, devices that are offline or wait for approval. Otherwise only what happens from then on is told.',
	}),
	options: collection(
		{ displayName: 'Options', placeholder: 'Add option' },
		{
			passUnknownDevices: flag(
				{
					displayName: 'Emit Events of Unknown Devices',
					description:
						'Whether an event passes filters by device where NinjaOne does not know its device any more, such as that it was deleted; its item has deviceUnknown: true',
				},
				standard.passUnknownDevices,
			),
			lookBackMinutes: wholeNumber(
				{
					displayName: 'Look Back (Minutes)',
					description:
						'For how long activities are looked for that became visible behind later ones. A longer time costs larger requests.',
				},
				standard.lookBackMinutes,
				[1, 1440],
			),
			recordMinutes: wholeNumber(
				{
					displayName: 'Wait for Records (Minutes)',
					description:
						'For how long an event is held back whose device or alert NinjaOne does not list yet. After that it is judged without it.',
				},
				standard.recordMinutes,
				[0, 60],
			),
		},
	),
};

export interface Settings {
	wanted: Wanted[];
	changes: ChangeSettings;
	output: OutputForm;
	/** Whether to emit at the beginning what is active. */
	emitActive: boolean;
	passUnknownDevices: boolean;
	/** Seconds in which activities may become visible late. */
	lookBack: number;
	/** Seconds that an event waits for a record that is not listed. */
	waitForRecords: number;
	/** Seconds between two polls, as far as they are regular. */
	interval: number;
}

/** What one poll works with. */
export interface Poll {
	connection: Connection;
	settings: Settings;
	warn: Warn;
}

/** @throws NinjaOneError with the parameter's name */
export async function readSettings(
	context: IPollFunctions,
	connection: Connection,
): Promise<Settings> {
	const given = await readParameters(context, triggerFields, rowsFor(connection));
	const changes = changeSettings(given.changes);
	if (given.events.length === 0 && changes.changes.length === 0) {
		const label = triggerFields.events.property.displayName;
		throw inputError(label, 'is empty', 'Add at least one event, or a change to look for.');
	}
	const { lookBackMinutes, recordMinutes, passUnknownDevices } = { ...standard, ...given.options };
	return {
		wanted: given.events,
		changes,
		output: given.output,
		emitActive: given.emitStanding,
		passUnknownDevices,
		lookBack: lookBackMinutes * 60,
		waitForRecords: recordMinutes * 60,
		interval: pollInterval(context.getNodeParameter('pollTimes', {})),
	};
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Seconds by n8n's modes; all others are taken for a day, such as a cron expression. */
const secondsByMode: Partial<Record<TriggerTime['mode'], number>> = {
	everyMinute: minute,
	everyHour: hour,
	everyWeek: 7 * day,
	everyMonth: 31 * day,
};

/** Seconds between two polls at the most, by n8n's own parameter. */
function pollInterval(pollTimes: unknown): number {
	const { item = [] } = (pollTimes ?? {}) as { item?: TriggerTime[] };
	if (item.length === 0) return minute;
	const intervals = item.map((time) =>
		time.mode === 'everyX'
			? Number(time.value) * (time.unit === 'hours' ? hour : minute)
			: (secondsByMode[time.mode] ?? day),
	);
	return Math.min(...intervals);
}

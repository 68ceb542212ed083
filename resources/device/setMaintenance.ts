import type { IDataObject } from 'n8n-workflow';
import { devices } from '../../api/endpoints/devices';
import { asNinjaOneError, inputError, NinjaOneError } from '../../api/errors';
import {
	maintenanceTimes,
	showsWindow,
	type MaintenanceWindow,
	type ShownMaintenance,
} from '../../api/maintenance';
import { call } from '../../api/request';
import { isoTime } from '../../api/times';
import { onlyWhen } from '../../operations/field';
import { atLeastOne, choice, codes, optionalText, time } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { spanAmount, spanMs, spanUnit } from '../fields/timeSpan';

const fields = {
	deviceId: deviceLocator(),
	disabledFeatures: atLeastOne(
		codes(
			{
				displayName: 'Disabled Features',
				description: 'What NinjaOne leaves alone on the device meanwhile; at least one',
			},
			[
				{ name: 'Alerts', value: 'ALERTS' },
				{ name: 'Antivirus Scans', value: 'AVSCANS' },
				{ name: 'Patching', value: 'PATCHING' },
				{ name: 'Scheduled Tasks', value: 'TASKS' },
			],
		),
	),
	start: time({
		displayName: 'Start',
		description: 'When the maintenance begins. Leave it empty for now.',
	}),
	ends: choice({ displayName: 'Ends', description: 'How the end of the maintenance is given' }, [
		{ name: 'After a Duration', value: 'duration' },
		{ name: 'At a Time', value: 'time' },
	]),
	duration: onlyWhen(
		{ ends: ['duration'] },
		spanAmount('Duration', 'How long the maintenance lasts, from its start on', 2),
	),
	durationUnit: onlyWhen(
		{ ends: ['duration'] },
		spanUnit('Duration Unit', 'What the duration is counted in', 'hours'),
	),
	end: onlyWhen(
		{ ends: ['time'] },
		time({ displayName: 'End', description: 'When the maintenance ends' }),
	),
	reason: optionalText({
		displayName: 'Reason',
		description: 'Why the device is in maintenance, as NinjaOne shows it',
	}),
	timeFormat: choice(
		{
			displayName: 'Time Format',
			description:
				'How the times are written in the request. Epoch seconds are what NinjaOne reads; the device is read back afterwards, so change this only where that shows other times.',
		},
		[
			{ name: 'Epoch Seconds', value: 'seconds' },
			{ name: 'ISO 8601', value: 'iso' },
		],
	),
};

export const setMaintenance = operation({
	name: 'Set Maintenance',
	action: 'Set maintenance of device',
	description:
		'Put a device into maintenance, now or later, in place of a maintenance that is set already. The device is read back to confirm it.',
	endpoints: [devices.setMaintenance, devices.get],
	fields,
	async run(caller, { deviceId, disabledFeatures, reason, timeFormat, ...when }) {
		const window = windowOf(when);
		const path = { id: deviceId };
		const times = maintenanceTimes(window, timeFormat);
		const body = { disabledFeatures, ...times, reasonMessage: reason };
		await caller.send(call(devices.setMaintenance, { path, body })).catch((error: unknown) => {
			throw isPast(error) ? inThePast(window) : error;
		});
		const shown = await caller
			.send(call(devices.get, { path }))
			.then((row) => confirmation(window, row as IDataObject), unread);
		return [{ success: true, deviceId, disabledFeatures, ...shown }];
	},
});

interface When {
	start?: number;
	duration?: number;
	durationUnit?: 'minutes' | 'hours' | 'days';
	end?: number;
}

function windowOf({ start, duration, durationUnit, end: until }: When): MaintenanceWindow {
	const now = Date.now();
	const from = start ?? now;
	const lasting = duration !== undefined && durationUnit !== undefined;
	const end = lasting ? from + spanMs(duration, durationUnit) : until;
	if (end === undefined) throw inputError('End', 'is empty');
	if (end <= from) throw inputError('End', `is not after the start: ${text(end)}`);
	if (end <= now) {
		const parameter = lasting ? 'Duration' : 'End';
		throw inputError(parameter, `gives an end that has passed already: ${text(end)}`);
	}
	return { start, end };
}

/** What NinjaOne shows afterwards, and whether it is what was asked for. It may take a moment to show anything. */
function confirmation(window: MaintenanceWindow, row: IDataObject): IDataObject {
	const maintenance = row.maintenance as ShownMaintenance | undefined;
	if (!maintenance) {
		const message =
			'NinjaOne took the request and shows no maintenance on the device yet. If that stays so, try another Time Format.';
		return { confirmed: false, message };
	}
	if (!showsWindow(maintenance, window)) throw otherTimes(window, maintenance);
	return { confirmed: maintenance.status !== 'FAILED', maintenance };
}

/** The maintenance has been set, so the operation has not failed. */
const unread = (error: unknown): IDataObject => ({
	confirmed: false,
	message: `NinjaOne took the request, and the device could not be read back: ${asNinjaOneError(error).message}`,
});

const isPast = (error: unknown) =>
	error instanceof NinjaOneError && error.code === 'node_maintenance_date_in_past';

const inThePast = (window: MaintenanceWindow) =>
	new NinjaOneError(
		`NinjaOne refuses a maintenance in the past: parameters "Start" and "End" give ${spanOf(window)}`,
		{ description: 'Nothing was changed. Leave Start empty for a maintenance from now on.' },
	);

const spanOf = ({ start, end }: MaintenanceWindow) =>
	`${start === undefined ? 'now' : text(start)} to ${text(end)}`;

function otherTimes(window: MaintenanceWindow, shown: ShownMaintenance): NinjaOneError {
	const asked = spanOf(window);
	const seen = `${text(ms(shown.start))} to ${text(ms(shown.end))}`;
	return new NinjaOneError(
		`NinjaOne took the maintenance, but shows other times than were asked for (asked: ${asked}; shown: ${seen}). Try another "Time Format"`,
		{
			description:
				'The device may be in maintenance at the wrong time now: set it again with another Time Format, or cancel it with Device: Cancel Maintenance.',
		},
	);
}

const ms = (seconds: number | undefined) => (seconds ?? NaN) * 1000;

/** A time in the wrong unit can lie beyond what a date can hold. */
const text = (epochMs: number) => isoTime(epochMs) ?? 'no valid time';

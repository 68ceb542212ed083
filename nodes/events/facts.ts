import type { IDataObject } from 'n8n-workflow';
import type { Memory } from './memory';

/** What is known about the records that activities speak of. */
export interface Facts {
	/** undefined where NinjaOne lists no such device: not yet, or not any more. */
	device(id: unknown): IDataObject | undefined;
	/** undefined where NinjaOne lists no such alert: not yet, or it has been reset since. */
	alert(uid: unknown): IDataObject | undefined;
	organizationName(id: unknown): string | undefined;
	locationName(id: unknown): string | undefined;
	/** Whether a device belongs to a saved group of devices; undefined where the device is not known. */
	inGroup(groupId: number, deviceId: unknown): boolean | undefined;
	/** Whether NinjaOne refused to tell of a device, its alerts or groups. */
	hasFailed(deviceId: unknown): boolean;
	/** NinjaOne did not answer for the names of organizations or locations. */
	lacksNames: boolean;
}

/** What an activity is judged by. */
export interface Knowledge {
	facts: Facts;
	memory: Memory;
	/** Alerts that are known to have been reset: they are not waited for. */
	isReset?: (seriesUid: unknown) => boolean;
	/** Nothing is waited for any more: what is not known now stays so. */
	isFinal?: boolean;
	/** So long after the activity, what holds today tells nothing about then. */
	isStale?: boolean;
	/** Whether an event passes filters by device where nothing is known of the device. */
	passUnknownDevices?: boolean;
}

/** undefined: it depends on a record that NinjaOne does not list. */
export type Verdict = boolean | undefined;

/** Whether all hold: one that does not settles it, one that is not known leaves it open. */
export function allOf(verdicts: ReadonlyArray<() => Verdict>): Verdict {
	let all: Verdict = true;
	for (const verdict of verdicts) {
		const holds = verdict();
		if (holds === false) return false;
		if (holds === undefined) all = undefined;
	}
	return all;
}

/** Whether one holds; where none does, one that is not known leaves it open. */
export function oneOf(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.includes(true)) return true;
	return verdicts.includes(undefined) ? undefined : false;
}

/** A device as NinjaOne lists it, else as it was last seen. */
export function lastKnown({ facts, memory }: Knowledge, id: unknown): IDataObject | undefined {
	const device = facts.device(id);
	if (device) return device;
	const seen = memory.devices.find(([deviceId]) => deviceId === id);
	if (!seen) return undefined;
	const [, organizationId, locationId, nodeClass] = seen;
	return { id: seen[0], organizationId, locationId, nodeClass };
}

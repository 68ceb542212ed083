import type { IDataObject } from 'n8n-workflow';
import { devicesIn, type Memory } from './memory';
import type { Names } from './names';

/** Something that happens in NinjaOne and starts a workflow. */
export interface TriggerEvent {
	name: string;
	description: string;
	/** Activities that report it, by their status codes; empty for any. */
	statusCodes: readonly string[];
	/** Others that teach what its activities leave out: of which type an alert is that is gone at its end. */
	taughtBy?: readonly string[];
	/** Types of these activities; any where absent. */
	activityTypes?: readonly string[];
	/** `alert`: the alert that the activity belongs to is looked up, too. */
	about: 'alert' | 'device' | 'account';
	/** Decides with what is known beyond the activity. Absent: every such activity is one. */
	holds?: (activity: IDataObject, knowledge: Knowledge) => Verdict;
	/** Notes what later activities need, once it is decided. It is kept only if the poll ends well. */
	remember?: (activity: IDataObject, memory: Memory, isOne: boolean) => void;
	/** What an item has in addition to what all items have. */
	details?: (activity: IDataObject, facts: Facts) => IDataObject;
}

export type TriggerEvents = Readonly<Record<string, TriggerEvent>>;

/** What is known about the records that activities are about. */
export interface Facts {
	/** undefined where NinjaOne lists no such device: not yet, or not any more. */
	device(id: unknown): IDataObject | undefined;
	/** undefined where NinjaOne lists no such alert: not yet, or it has been reset since. */
	alert(uid: unknown): IDataObject | undefined;
	/** Whether a device belongs to a saved group of devices; undefined where the device is not known. */
	inGroup(groupId: number, deviceId: unknown): boolean | undefined;
	/** Whether NinjaOne refused to answer for a device, its alerts or groups. */
	hasFailed(deviceId: unknown): boolean;
	names: Names;
}

/** What an activity is judged by. */
export interface Knowledge {
	facts: Facts;
	memory: Memory;
	/** Alerts that are known to have been reset: they are not waited for. */
	isReset?: (seriesUid: unknown) => boolean;
	/** Nothing is waited for any more: what is not known now stays so. */
	isFinal?: boolean;
	/** So long after the activity, what holds today says nothing about then. */
	isStale?: boolean;
	/** Whether an event passes filters by device where nothing is known of the device. */
	passUnknownDevices?: boolean;
}

/** undefined: it depends on a record that NinjaOne does not list, and that may still be listed. */
export type Verdict = boolean | undefined;

/** Whether all hold: one that does not settles it, one that is not known leaves it open. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.includes(false)) return false;
	return verdicts.includes(undefined) ? undefined : true;
}

/** Whether one holds; where none does, one that is not known leaves it open. */
export function oneOf(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.includes(true)) return true;
	return verdicts.includes(undefined) ? undefined : false;
}

/** A device as NinjaOne lists it, else as it was last seen. */
export const lastKnown = ({ facts, memory }: Knowledge, id: unknown): IDataObject | undefined =>
	facts.device(id) ?? devicesIn(memory).find((device) => device.id === id);

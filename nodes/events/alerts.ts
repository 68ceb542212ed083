import type { IDataObject } from 'n8n-workflow';
import type { TriggerEvent } from './event';
import type { Facts, Knowledge, Verdict } from './facts';
import {
	forget,
	note,
	noteCondition,
	seriesOf,
	short,
	sourceTypeOfCondition,
	type Memory,
} from './memory';

/** What an alert is about, in NinjaOne's words: from the alert, or as learned from others of its condition. */
export function sourceTypeOf(
	activity: IDataObject,
	{ facts, memory }: Knowledge,
): string | undefined {
	const type = facts.alert(activity.seriesUid)?.sourceType;
	if (typeof type === 'string') return type;
	const condition = conditionOf(activity);
	return condition === undefined ? undefined : sourceTypeOfCondition(memory, condition);
}

/** What tells a condition from others: not every alert has the condition's UID. */
function conditionOf({ sourceConfigUid, sourceName }: IDataObject): string | undefined {
	const name = sourceConfigUid ?? sourceName;
	return typeof name === 'string' && name !== '' ? short(name) : undefined;
}

/**
 * Notes what an alert teaches about the condition that raised it.
 * @param types the source types that are asked for; others take no room
 */
export function learnFrom(alert: IDataObject, memory: Memory, types: readonly string[]): void {
	const { sourceType, uid } = alert;
	if (typeof sourceType !== 'string' || !types.includes(sourceType)) return;
	if (sourceType === agentOffline) note(memory.offline, short(uid));
	const condition = conditionOf(alert);
	if (condition !== undefined) noteCondition(memory, condition, sourceType);
}

/** Whether an alert that is to teach of which type it is may still be listed. */
export const mayStillTeach = (activity: IDataObject, knowledge: Knowledge): boolean =>
	sourceTypeOf(activity, knowledge) === undefined && mayStillCome(activity, knowledge);

/** Whether an alert is not listed, though it may still come: nothing has said that it ended. */
export const mayStillCome = ({ seriesUid }: IDataObject, { facts, isReset }: Knowledge): boolean =>
	facts.alert(seriesUid) === undefined && !isReset?.(seriesUid);

/** The source type of the alert that tells that a device is not in contact. */
export const agentOffline = 'AGENT_OFFLINE';

const alertDetails = (activity: IDataObject, facts: Facts): IDataObject => {
	const alert = facts.alert(activity.seriesUid);
	return {
		alertUid: activity.seriesUid,
		conditionName: alert?.conditionName ?? activity.sourceName,
		sourceType: alert?.sourceType,
		isActive: alert !== undefined,
	};
};

export const newAlert: TriggerEvent = {
	name: 'New Alert',
	description: 'A condition was found on a device',
	statusCodes: ['TRIGGERED'],
	about: 'alert',
	holds: (activity, { memory }) => !memory.active.includes(seriesOf(activity)),
	details: alertDetails,
};

export const alertReset: TriggerEvent = {
	name: 'Alert Reset',
	description: 'An alert has ended, by itself or by somebody who reset it',
	statusCodes: ['RESET'],
	taughtBy: ['TRIGGERED'],
	about: 'alert',
	details: ({ seriesUid, sourceName, userId, data }) => ({
		alertUid: seriesUid,
		conditionName: sourceName,
		resetByUserId: userId,
		data,
	}),
};

export const deviceOffline: TriggerEvent = {
	name: 'Device Went Offline',
	description:
		'A device lost contact. NinjaOne tells of it by an alert, so the policy of the device needs the condition that watches for offline agents.',
	statusCodes: ['TRIGGERED'],
	about: 'alert',
	holds(activity, knowledge): Verdict {
		if (knowledge.memory.active.includes(seriesOf(activity))) return false;
		return mayStillTeach(activity, knowledge)
			? undefined
			: sourceTypeOf(activity, knowledge) === agentOffline;
	},
	details: alertDetails,
};

export const deviceOnline: TriggerEvent = {
	name: 'Device Came Online',
	description:
		'A device that was offline is in contact again. NinjaOne tells of it by the end of an alert, so the policy of the device needs the condition that watches for offline agents.',
	statusCodes: ['RESET'],
	taughtBy: ['TRIGGERED'],
	about: 'alert',
	holds(activity, knowledge): Verdict {
		const { seriesUid, userId, deviceId } = activity;
		const { facts, memory, isStale, isFinal } = knowledge;
		const isOffline =
			memory.offline.includes(short(seriesUid)) ||
			sourceTypeOf(activity, knowledge) === agentOffline;
		if (!isOffline) return false;
		if (userId === undefined) return true;
		// A person's reset ends the alert, not the outage; long after it, today's contact says nothing.
		const device = facts.device(deviceId);
		return device || isFinal ? !isStale && device?.offline !== true : undefined;
	},
	remember({ seriesUid }, memory) {
		forget(memory.offline, short(seriesUid));
	},
	details: ({ seriesUid }) => ({ alertUid: seriesUid }),
};

import type { IDataObject } from 'n8n-workflow';
import type { Facts, Knowledge, TriggerEvents } from './event';
import {
	forget,
	note,
	noteCondition,
	short,
	sourceTypeOfCondition,
	wasActive,
	type Memory,
} from './memory';

/** The source type of the alert by which NinjaOne reports that a device is not in contact. */
export const agentOffline = 'AGENT_OFFLINE';

/** What an alert is about, in NinjaOne's words: from the alert, or as learned from others of its condition. */
export function sourceTypeOf(
	activity: IDataObject,
	{ facts, memory }: Knowledge,
): string | undefined {
	const type = facts.alert(activity.seriesUid)?.sourceType;
	if (typeof type === 'string') return type;
	const condition = conditionOf(activity);
	return condition && sourceTypeOfCondition(memory, condition);
}

/** What distinguishes a condition: not every alert has the condition's UID. */
function conditionOf({ sourceConfigUid, sourceName }: IDataObject): string | undefined {
	const name = sourceConfigUid ?? sourceName;
	return typeof name === 'string' && name !== '' ? short(name) : undefined;
}

/**
 * Notes what an alert teaches about the condition that raised it.
 * @param types the source types that are asked for; others take no room
 */
export function learnFrom(
	alert: IDataObject | undefined,
	memory: Memory,
	types: readonly string[],
): void {
	if (typeof alert?.sourceType !== 'string' || !types.includes(alert.sourceType)) return;
	if (alert.sourceType === agentOffline) note(memory.offline, short(alert.uid));
	const condition = conditionOf(alert);
	if (condition) noteCondition(memory, condition, alert.sourceType);
}

/** Whether an alert is not listed, though it may still come: nothing has said that it ended. */
export const mayStillCome = ({ seriesUid }: IDataObject, { facts, isReset }: Knowledge): boolean =>
	facts.alert(seriesUid) === undefined && !isReset?.(seriesUid);

/** Whether an alert that is to teach of which type it is may still be listed. */
export const mayStillTeach = (activity: IDataObject, knowledge: Knowledge): boolean =>
	sourceTypeOf(activity, knowledge) === undefined && mayStillCome(activity, knowledge);

function alertDetails({ seriesUid, sourceName }: IDataObject, facts: Facts): IDataObject {
	const alert = facts.alert(seriesUid);
	return {
		alertUid: seriesUid,
		conditionName: alert?.conditionName ?? sourceName,
		sourceType: alert?.sourceType,
		isActive: alert !== undefined,
	};
}

/** Alerts, and what only they report. */
export const alertEvents = {
	newAlert: {
		name: 'New Alert',
		description: 'A condition was found on a device',
		statusCodes: ['TRIGGERED'],
		about: 'alert',
		holds: (activity, { memory }) => !wasActive(memory, activity),
		details: alertDetails,
	},
	alertReset: {
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
	},
	deviceOffline: {
		name: 'Device Went Offline',
		description:
			'A device lost contact. NinjaOne tells of it by an alert, so the policy of the device needs the condition that watches for offline agents.',
		statusCodes: ['TRIGGERED'],
		about: 'alert',
		holds(activity, knowledge) {
			if (wasActive(knowledge.memory, activity)) return false;
			if (mayStillTeach(activity, knowledge)) return undefined;
			return sourceTypeOf(activity, knowledge) === agentOffline;
		},
		details: alertDetails,
	},
	deviceOnline: {
		name: 'Device Came Online',
		description:
			'A device that was offline is in contact again. NinjaOne tells of it by the end of an alert, so the policy of the device needs the condition that watches for offline agents.',
		statusCodes: ['RESET'],
		taughtBy: ['TRIGGERED'],
		about: 'alert',
		holds(activity, knowledge) {
			const { facts, memory, isStale, isFinal } = knowledge;
			const wasOffline =
				memory.offline.includes(short(activity.seriesUid)) ||
				sourceTypeOf(activity, knowledge) === agentOffline;
			if (!wasOffline) return false;
			if (activity.userId === undefined) return true;
			// A person's reset ends the alert, not the outage; long after it, today's contact says nothing.
			const device = facts.device(activity.deviceId);
			return device || isFinal ? !isStale && device?.offline !== true : undefined;
		},
		remember: ({ seriesUid }, memory) => forget(memory.offline, short(seriesUid)),
		details: ({ seriesUid }) => ({ alertUid: seriesUid }),
	},
} satisfies TriggerEvents;

import type { IDataObject } from 'n8n-workflow';
import type { TriggerEvent } from './event';
import type { Facts } from './facts';
import { forget, note, seriesOf, short, type Memory } from './memory';

/** What an alert is about, in NinjaOne's words: from the alert, or as learned from others of its condition. */
export function sourceTypeOf(
	{ seriesUid, sourceConfigUid }: IDataObject,
	facts: Facts,
	memory: Memory,
): string | undefined {
	const alert = facts.alert(seriesUid);
	const known = alert?.sourceType ?? new Map(memory.sources).get(String(sourceConfigUid));
	return known === undefined ? undefined : String(known);
}

/** Notes what an alert teaches about the condition that raised it. */
export function learnFrom({ sourceConfigUid, sourceType, uid }: IDataObject, memory: Memory): void {
	if (sourceType === agentOffline) note(memory.offline, short(uid));
	if (typeof sourceConfigUid !== 'string' || typeof sourceType !== 'string') return;
	if (!new Map(memory.sources).has(sourceConfigUid)) {
		memory.sources.push([sourceConfigUid, sourceType]);
		if (memory.sources.length > mostSources) memory.sources.shift();
	}
}

/** Conditions are few; each takes some 70 bytes. */
const mostSources = 100;

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
	holds: (activity, _, memory) => !memory.told.includes(seriesOf(activity)),
	details: alertDetails,
};

export const alertReset: TriggerEvent = {
	name: 'Alert Reset',
	description: 'An alert has ended, by itself or by somebody who reset it',
	statusCodes: ['RESET'],
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
	holds: (activity, facts, memory) =>
		!memory.told.includes(seriesOf(activity)) &&
		sourceTypeOf(activity, facts, memory) === agentOffline,
	details: alertDetails,
};

export const deviceOnline: TriggerEvent = {
	name: 'Device Came Online',
	description:
		'A device that was offline is in contact again. NinjaOne tells of it by the end of an alert, so the policy of the device needs the condition that watches for offline agents.',
	// The beginning of an alert is read for what it teaches about its end.
	statusCodes: ['RESET', 'TRIGGERED'],
	about: 'alert',
	holds(activity, facts, memory) {
		const { statusCode, seriesUid, userId, deviceId } = activity;
		if (statusCode !== 'RESET') return false;
		const wasOffline =
			forget(memory.offline, short(seriesUid)) ||
			sourceTypeOf(activity, facts, memory) === agentOffline;
		// A person's reset ends the alert, not the outage.
		const isStill = userId !== undefined && facts.device(deviceId)?.offline === true;
		return wasOffline && !isStill;
	},
	details: ({ seriesUid }) => ({ alertUid: seriesUid }),
};

import type { Activity, DeviceDetailed } from '../../contracts';
import { type AlertRecord, makeAlert, triggerOf } from '../data/alerts';
import { conditions } from '../data/conditions';
import type { Random } from '../data/random';
import { found } from '../refusal';
import type { ActivityLog } from './activityLog';
import type { Table } from './table';

/** An alert to trigger: which condition (any, if none is named), and what is to be different about it. */
export type AlertWish = Partial<Omit<AlertRecord, 'deviceId'>>;

/** An entry of the feed to be, as far as it is to be like this. */
export type ActivityWish = Partial<Omit<Activity, 'id'>>;

/** Who acts on an alert, and what is noted with it. */
interface Hand {
	userId?: number;
	data?: Record<string, unknown>;
}

/** What happens in a fleet, and what it leaves in the feed. */
export interface Events {
	/** Appends an entry to the feed; what is not given is made up. */
	addActivity(activity?: ActivityWish): Activity;
	/** Raises an alert on a device, with the activity of its beginning. */
	triggerAlert(deviceId: number, wish?: AlertWish): AlertRecord;
	/** Takes note of an active alert, which stays active. NinjaOne's API cannot. False when there is no such alert. */
	acknowledgeAlert(uid: string, by?: Hand): boolean;
	/** Clears an active alert, with the activity of its end. False when there is no such alert. */
	resetAlert(uid: string, by?: Hand): boolean;
	/** Raises an alert once more, with a uid of its own; one that is still active is cleared first. */
	triggerAgain(uid: string): AlertRecord;
}

interface Fleet {
	devices: Table<DeviceDetailed>;
	alerts: Map<string, AlertRecord>;
	activities: ActivityLog;
	random: Random;
	now(): number;
}

export function createEvents({ devices, alerts, activities, random, now }: Fleet): Events {
	const cleared = new Map<string, AlertRecord>();

	const addActivity: Events['addActivity'] = (given = {}) =>
		activities.add({
			activityTime: now(),
			severity: 'NONE',
			priority: 'NONE',
			activityType: 'SYSTEM',
			statusCode: 'NODE_UPDATED',
			status: 'Device updated',
			subject: devices.get(given.deviceId ?? 0)?.systemName ?? 'Account',
			message: 'Something happened',
			type: 'System',
			...given,
		});

	const triggerAlert: Events['triggerAlert'] = (deviceId, wish = {}) => {
		const named = conditions.find(({ conditionName }) => conditionName === wish.conditionName);
		const condition = named ?? conditionOf(wish) ?? random.pick(conditions);
		const made = makeAlert(condition, { uid: random.uuid(), deviceId, time: now(), graded: true });
		const alert = { ...made, ...wish };
		alerts.set(alert.uid, alert);
		const { severity = condition.severity, priority = condition.priority } = alert;
		activities.add({ ...triggerOf(alert, condition), severity, priority });
		return alert;
	};

	/** A later entry of an alert's series. */
	const follow = (alert: AlertRecord, { userId, data = {} }: Hand, status: string) =>
		activities.add({
			...triggerOf(alert, conditionOf(alert) ?? conditions[0]),
			activityTime: now(),
			statusCode: status.toUpperCase(),
			status,
			message: `${alert.message}: ${status.toLowerCase()}`,
			data,
			userId,
		});

	const acknowledgeAlert: Events['acknowledgeAlert'] = (uid, by = {}) => {
		const alert = alerts.get(uid);
		if (!alert) return false;
		alert.updateTime = now();
		follow(alert, by, 'Acknowledged');
		return true;
	};

	const resetAlert: Events['resetAlert'] = (uid, by = {}) => {
		const alert = alerts.get(uid);
		if (!alert) return false;
		alerts.delete(uid);
		cleared.set(uid, alert);
		follow(alert, by, 'Reset');
		return true;
	};

	const triggerAgain: Events['triggerAgain'] = (uid) => {
		resetAlert(uid);
		const { deviceId, ...before } = found(cleared.get(uid), 'alert');
		const times = { createTime: now(), updateTime: now() };
		return triggerAlert(deviceId, { ...before, ...times, uid: random.uuid() });
	};

	return { addActivity, triggerAlert, acknowledgeAlert, resetAlert, triggerAgain };
}

const conditionOf = (alert: AlertWish) =>
	conditions.find(({ sourceType }) => sourceType === alert.sourceType);

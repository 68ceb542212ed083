import type { Activity, DeviceDetailed } from '../../contracts';
import { type AlertRecord, makeAlert, triggerOf } from '../data/alerts';
import { conditions } from '../data/conditions';
import type { Random } from '../data/random';
import type { ActivityLog } from './activityLog';
import type { Table } from './table';

/** An alert to trigger: which condition (any, if none is named), and what is to be different about it. */
export type AlertWish = Partial<Omit<AlertRecord, 'deviceId'>>;

/** What happens in a fleet, and what it leaves in the feed. */
export interface Events {
	/** Appends an entry to the feed; what is not given is made up. */
	addActivity(activity?: Partial<Omit<Activity, 'id'>>): Activity;
	/** Raises an alert on a device, with the activity of its beginning. */
	triggerAlert(deviceId: number, wish?: AlertWish): AlertRecord;
	/** Clears an active alert, with the activity of its end. False when there is no such alert. */
	resetAlert(uid: string, by?: { userId?: number; data?: Record<string, unknown> }): boolean;
}

interface Fleet {
	devices: Table<DeviceDetailed>;
	alerts: Map<string, AlertRecord>;
	activities: ActivityLog;
	random: Random;
	now(): number;
}

export function createEvents({ devices, alerts, activities, random, now }: Fleet): Events {
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
		const condition = named ?? random.pick(conditions);
		const made = makeAlert(condition, { uid: random.uuid(), deviceId, time: now(), graded: true });
		const alert = { ...made, ...wish };
		alerts.set(alert.uid, alert);
		const { severity = condition.severity, priority = condition.priority } = alert;
		activities.add({ ...triggerOf(alert, condition), severity, priority });
		return alert;
	};

	const resetAlert: Events['resetAlert'] = (uid, { userId, data = {} } = {}) => {
		const alert = alerts.get(uid);
		if (!alert) return false;
		alerts.delete(uid);
		const condition =
			conditions.find(({ sourceType }) => sourceType === alert.sourceType) ?? conditions[0];
		activities.add({
			...triggerOf(alert, condition),
			activityTime: now(),
			statusCode: 'RESET',
			status: 'Reset',
			message: `${alert.message}: reset`,
			data,
			...(userId !== undefined && { userId }),
		});
		return true;
	};

	return { addActivity, triggerAlert, resetAlert };
}

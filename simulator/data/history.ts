import type { DeviceDetailed, User } from '../../contracts';
import { type AlertRecord, makeAlert, type NewActivity, triggerOf } from './alerts';
import { conditions } from './conditions';
import type { Random } from './random';
import { type Entry, stories } from './stories';

const span = 30 * 86_400;

/** Who the past is about. */
export interface Cast {
	devices: readonly DeviceDetailed[];
	technicians: readonly User[];
	/** Epoch seconds: the past ends here. */
	now: number;
}

/** The last 30 days: activities in the order of their ids, and the alerts that are still active. */
export function seedHistory(
	random: Random,
	cast: Cast,
	sizes: { activities: number; alerts: number },
) {
	const activities: NewActivity[] = [];
	const alerts: AlertRecord[] = [];
	if (cast.devices.length === 0) return { activities, alerts };
	const quiet = quietEntries(random, cast);
	for (let at = 0; at < sizes.activities; at++) {
		const time = timeOf(random, cast.now, (at + random.next()) / sizes.activities);
		// Alerts are spread evenly over the entries.
		const due = Math.floor(((at + 1) * sizes.alerts) / sizes.activities);
		if (due > alerts.length) {
			const condition = random.pick(conditions);
			const deviceId = random.pick(cast.devices).id;
			const alert = makeAlert(condition, {
				uid: random.uuid(),
				deviceId,
				time,
				graded: random.chance(0.5),
			});
			alerts.push(alert);
			activities.push(triggerOf(alert, condition));
		} else {
			const room = sizes.activities - at - (sizes.alerts - alerts.length);
			activities.push({ ...quiet(room), activityTime: time });
		}
	}
	return { activities, alerts };
}

/** Milliseconds precise. One entry in a hundred is uploaded late: it is older than its neighbours. */
function timeOf(random: Random, now: number, progress: number): number {
	const late = random.chance(0.01) ? random.integer(3600, 86_400) : 0;
	return Math.round((now - span * (1 - progress) - late) * 1000) / 1000;
}

/** Tells story after story, entry by entry; none begins that could not end within the room left. */
export function quietEntries(random: Random, { devices, technicians }: Cast) {
	let pending: Entry[] = [];
	return (room: number): Entry => {
		if (pending.length === 0) {
			const fitting = stories.filter(({ entries }) => entries.length <= room);
			const { about, entries } = random.pick(fitting);
			const who =
				about === 'device'
					? { deviceId: random.pick(devices).id }
					: { userId: random.pick(technicians).id };
			const seriesUid = entries.length > 1 ? { seriesUid: random.uuid() } : {};
			pending = entries.map((entry) => ({ ...entry, ...who, ...seriesUid }));
		}
		return pending.shift() as Entry;
	};
}

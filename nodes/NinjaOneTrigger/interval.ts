import type { TriggerTime } from 'n8n-workflow';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Seconds between two polls at the most, by n8n's own parameter; a day where the author wrote a cron expression. */
export function pollInterval(pollTimes: unknown): number {
	const { item = [] } = (pollTimes ?? {}) as { item?: TriggerTime[] };
	const intervals = item.map(secondsOf);
	return intervals.length === 0 ? minute : Math.min(...intervals);
}

function secondsOf(time: TriggerTime): number {
	switch (time.mode) {
		case 'everyMinute':
			return minute;
		case 'everyX':
			return Number(time.value) * (time.unit === 'hours' ? hour : minute);
		case 'everyHour':
			return hour;
		case 'everyWeek':
			return 7 * day;
		case 'everyMonth':
			return 31 * day;
		default:
			return day;
	}
}

import { tryToParseDateTime } from 'n8n-workflow';

/** NinjaOne counts times in seconds (custom fields aside); a time that is not given stays so. */
export const epochSeconds = (ms: number | undefined): number | undefined =>
	ms === undefined ? undefined : Math.floor(ms / 1000);

/**
 * A point in time as people write it, in epoch milliseconds; undefined for anything else. Days that do not exist are no
 * times: n8n's own reading rolls 31 February over into March.
 * @param timezone in which a text without an offset is meant
 */
export function epochMilliseconds(value: unknown, timezone: string): number | undefined {
	const day = /^\s*(\d{4})-(\d\d)-(\d\d)/.exec(String(value))?.slice(1).map(Number);
	if (day && new Date(Date.UTC(day[0], day[1] - 1, day[2])).getUTCDate() !== day[2]) {
		return undefined;
	}
	try {
		return tryToParseDateTime(value, timezone).toMillis();
	} catch {
		return undefined;
	}
}

/** Epoch milliseconds as ISO 8601; undefined for what no calendar has, such as a time in the wrong unit. */
export function isoTime(ms: number): string | undefined {
	const date = new Date(ms);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

import { tryToParseDateTime } from 'n8n-workflow';

/** NinjaOne counts times in seconds (custom fields aside); a time that is not given stays so. */
export const epochSeconds = (ms: number | undefined): number | undefined =>
	ms === undefined ? undefined : Math.floor(ms / 1000);

/** What a message says about how a time can be written. */
export const timeForms =
	'Write it as ISO 8601, such as 2026-01-31 or 2026-01-31T08:00:00Z, or as epoch seconds or milliseconds.';

/** 3 March 1973 in either unit: as seconds, what counts as milliseconds would lie beyond the year 5138. */
const smallestSeconds = 100_000_000;
const smallestMilliseconds = smallestSeconds * 1000;
/** The end of the year 9999. */
const largestMilliseconds = 253_402_300_799_999;

/** A whole day, or a day with a time and perhaps an offset: what ISO 8601, SQL and n8n's date picker have in common. */
const isoForm =
	/^([1-9]\d{3})-(0[1-9]|1[0-2])-(\d\d)([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d+)?)?( ?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?))?)?$/i;
const epochForm = /^\d+(\.\d+)?$/;

/**
 * A point in time as people write it, in epoch milliseconds: ISO 8601, epoch seconds or milliseconds (which one is seen by
 * their size), or an object from an expression. Undefined for anything else, such as days that do not exist: n8n's own
 * reading rolls 31 February over into March, and takes "13" for today at one o'clock.
 * @param timezone in which a text without an offset is meant
 */
export function epochMilliseconds(value: unknown, timezone: string): number | undefined {
	if (isEpoch(value)) {
		const ms = asMilliseconds(Number(value));
		// Nobody who writes 13 means the first seconds of 1970.
		const isTime = ms >= smallestMilliseconds && ms <= largestMilliseconds;
		return isTime ? Math.round(ms) : undefined;
	}
	if (typeof value !== 'string') return momentOf(value);
	const text = value.trim();
	const [, year, month, day] = isoForm.exec(text)?.map(Number) ?? [];
	if (year === undefined || day < 1) return undefined;
	if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return undefined;
	const iso = text.replace(/ (?=[Z+-])/i, '').replace(/[t ]/i, 'T');
	return tryToParseDateTime(iso, timezone).toMillis();
}

/** Whether a value counts seconds or milliseconds. */
export const isEpoch = (value: unknown): boolean =>
	typeof value === 'number' || (typeof value === 'string' && epochForm.test(value.trim()));

/** Of seconds or milliseconds: most parts of NinjaOne give seconds, some milliseconds. */
export const asMilliseconds = (time: number): number =>
	time < smallestMilliseconds ? time * 1000 : time;

/** Epoch milliseconds of a Date, or of Luxon's DateTime, which n8n's expressions give; undefined for anything else. */
export function momentOf(value: unknown): number | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const isMoment = value instanceof Date || ('toMillis' in value && 'zone' in value);
	const ms = isMoment ? value.valueOf() : undefined;
	return typeof ms === 'number' && Number.isFinite(ms) ? ms : undefined;
}

/** Midnight UTC of the day that a point in time is in a time zone, in epoch milliseconds. */
export function midnightOf(ms: number, timezone: string): number {
	const { year, month, day } = tryToParseDateTime(new Date(ms), timezone);
	return Date.UTC(year, month - 1, day);
}

/** Epoch milliseconds as ISO 8601; undefined for what no calendar has, such as a time in the wrong unit. */
export function isoTime(ms: number): string | undefined {
	const date = new Date(ms);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

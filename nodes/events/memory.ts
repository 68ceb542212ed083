import type { IDataObject } from 'n8n-workflow';

/** What has to be known from earlier activities, in small lists of which the oldest entries go first. */
export interface Memory {
	/** Devices that were told as new when they were created: their approval is not told again. */
	announced: number[];
	/** Alerts of agents that are offline, by the beginning of their UIDs: how their end is recognised. */
	offline: string[];
	/** Source types of alerts by the condition that raised them: known of alerts that are gone by now. */
	sources: Array<[string, string]>;
	/** What was told as active when the trigger was activated, and may be on its way in the feed. */
	told: string[];
}

export const emptyMemory = (): Memory => ({ announced: [], offline: [], sources: [], told: [] });

/** Entries that each list keeps. */
const most = 500;

/** Notes an entry, once. */
export function note<T>(list: T[], entry: T): void {
	if (list.includes(entry)) return;
	list.push(entry);
	if (list.length > most) list.shift();
}

/** Takes an entry out, and says whether it was there. */
export function forget<T>(list: T[], entry: T): boolean {
	const at = list.indexOf(entry);
	if (at < 0) return false;
	list.splice(at, 1);
	return true;
}

/** Eight hexadecimal digits of a UID tell alerts apart well enough, in a fifth of the room. */
export const short = (uid: unknown) => String(uid).slice(0, 8);

/** What the activities of one alert have in common; those of a device that joins have no UID. */
export const seriesOf = ({ seriesUid, deviceId }: IDataObject) =>
	seriesUid === undefined ? `device ${String(deviceId)}` : short(seriesUid);

/** A copy, so that what a poll notes is lost with it when it fails. */
export const copyOf = ({ announced, offline, sources, told }: Memory): Memory => ({
	announced: [...announced],
	offline: [...offline],
	sources: [...sources],
	told: [...told],
});

/** Reads a memory as it was kept; what does not look like one is begun anew. */
export function readMemory(kept: unknown): Memory {
	const { announced, offline, sources, told } = (kept ?? {}) as IDataObject;
	const only = <T>(list: unknown, isOne: (entry: unknown) => entry is T): T[] =>
		Array.isArray(list) ? list.filter(isOne).slice(-most) : [];
	return {
		announced: only(announced, isNumber),
		offline: only(offline, isText),
		sources: only(sources, isPair),
		told: only(told, isText),
	};
}

const isNumber = (entry: unknown): entry is number => typeof entry === 'number';
const isText = (entry: unknown): entry is string => typeof entry === 'string';
const isPair = (entry: unknown): entry is [string, string] =>
	Array.isArray(entry) && entry.length === 2 && entry.every(isText);

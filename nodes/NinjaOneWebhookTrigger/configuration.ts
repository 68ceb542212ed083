import type { IDataObject } from 'n8n-workflow';
import { activityTypes } from '../../api/activityTypes';
import { activitiesOf } from '../events/filters';
import type { Wanted } from '../events/parameters';

/** The header that proves that a call comes from NinjaOne; it has no signatures of its own. */
export const proofHeader = 'X-N8N-NinjaOne-Secret';

interface Target {
	url: string;
	secret: string;
}

/** What NinjaOne is asked to send, and where to. */
export function configurationOf(wanted: readonly Wanted[], { url, secret }: Target): IDataObject {
	const activities = activitiesWanted(wanted);
	const organizationIds = organizationsWanted(wanted);
	return {
		url,
		expand: ['device', 'organization', 'location'],
		headers: [{ name: proofHeader, value: secret }],
		...(activities ? { activities } : {}),
		...(organizationIds ? { organizationIds } : {}),
	};
}

/** Codes by type; undefined stands for everything. NinjaOne wants a type for each code, so any type means all. */
function activitiesWanted(wanted: readonly Wanted[]): Record<string, string[]> | undefined {
	const codes = new Map<string, Set<string>>();
	for (const each of wanted) {
		const { statusCodes: own, taughtBy, activityTypes: types } = activitiesOf(each);
		const statusCodes = [...own, ...taughtBy];
		if (statusCodes.length === 0 && !types?.length) return undefined;
		for (const type of types?.length ? types : allTypes) {
			const known = codes.get(type) ?? new Set();
			for (const code of statusCodes.length > 0 ? statusCodes : [anyCode]) known.add(code);
			codes.set(type, known);
		}
	}
	return Object.fromEntries(
		[...codes].map(([type, known]) => [type, known.has(anyCode) ? [anyCode] : [...known].sort()]),
	);
}

const allTypes = activityTypes.map(({ value }) => value);
const anyCode = '*';

/** NinjaOne narrows to organizations where every event is about some; otherwise it is done here. */
function organizationsWanted(wanted: readonly Wanted[]): number[] | undefined {
	const lists = wanted.map(({ deviceFilters }) => deviceFilters?.organizationIds ?? []);
	return lists.every(({ length }) => length > 0) ? [...new Set(lists.flat())] : undefined;
}

import type { IDataObject } from 'n8n-workflow';
import { activityTypes } from '../../api/activityTypes';
import { activitiesOf } from '../events/filters';
import type { Wanted } from '../events/parameters';

/** The header that proves that a call comes from NinjaOne, which does not sign its calls. */
export const proofHeader = 'X-N8N-NinjaOne-Secret';

/** What NinjaOne is asked to send, and where to. */
export function configurationOf(
	wanted: readonly Wanted[],
	url: string,
	secret: string,
): IDataObject {
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

const allTypes = activityTypes.map(({ value }) => value);
const anyCode = '*';

/** Codes by type; undefined stands for everything. NinjaOne wants a type for each code, so any type means all. */
function activitiesWanted(wanted: readonly Wanted[]): Record<string, string[]> | undefined {
	const codesOf = new Map<string, Set<string>>();
	for (const { statusCodes, taughtBy, activityTypes: types } of wanted.map(activitiesOf)) {
		const codes = [...statusCodes, ...taughtBy];
		if (codes.length === 0 && types.length === 0) return undefined;
		for (const type of types.length > 0 ? types : allTypes) {
			const more = codes.length > 0 ? codes : [anyCode];
			codesOf.set(type, new Set([...(codesOf.get(type) ?? []), ...more]));
		}
	}
	return Object.fromEntries(
		[...codesOf].map(([type, codes]) => [type, codes.has(anyCode) ? [anyCode] : [...codes].sort()]),
	);
}

/** NinjaOne narrows to organizations where every event is about some; otherwise it is done here. */
function organizationsWanted(wanted: readonly Wanted[]): number[] | undefined {
	const lists = wanted.map(({ deviceFilters }) => deviceFilters?.organizationIds ?? []);
	return lists.every(({ length }) => length > 0) ? [...new Set(lists.flat())] : undefined;
}

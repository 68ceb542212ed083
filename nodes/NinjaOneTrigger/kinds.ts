import { createHash } from 'node:crypto';
import type { Connection } from '../../api/connection';
import { newestActivity } from '../../api/feed';
import { activitiesOf } from '../events/filters';
import type { Wanted } from '../events/parameters';

/** Since when each kind of event is wanted: the id of the newest activity then. */
export type Kinds = Record<string, number>;

/** What makes an event another one when the workflow is edited: its name, and what the user makes of New Activity. */
export function kindOf(wanted: Wanted): string {
	const { event } = wanted;
	if (event !== 'newActivity') return event;
	const { activityTypes = [], statusCodes } = activitiesOf(wanted);
	const chosen = JSON.stringify([activityTypes, statusCodes]);
	return `${event} ${createHash('sha256').update(chosen).digest('hex').slice(0, 8)}`;
}

/**
 * Kinds that were not wanted before are told from now on: the bookmark may be days old, since n8n keeps it only when
 * there is something to tell.
 */
export async function kindsNow(
	connection: Connection,
	known: Kinds,
	wanted: readonly Wanted[],
): Promise<Kinds> {
	const names = [...new Set(wanted.map(kindOf))];
	const isKnown = names.every((name) => name in known);
	const now = isKnown ? 0 : ((await newestActivity(connection))?.id ?? 0);
	return Object.fromEntries(names.map((name) => [name, known[name] ?? now]));
}

/** What was wanted already when an activity happened. */
export const wantedAt = (id: number, kinds: Kinds, wanted: readonly Wanted[]) =>
	wanted.filter((each) => id > (kinds[kindOf(each)] ?? 0));

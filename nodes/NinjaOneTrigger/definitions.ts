import type { IDataObject } from 'n8n-workflow';
import { short } from '../events/memory';
import type { Wanted } from '../events/parameters';

/** An event with its filters, and between which activities it was waited for. */
export interface Definition {
	/** Tells it from others: equal where event and filters are. */
	key: string;
	/** Activities above this id. */
	since: number;
	/** Up to this one, once the workflow was changed. */
	until?: number;
	/** The event with its filters; absent where it takes much room. */
	wanted?: Wanted;
}

/** Characters that one definition may take, those of now together, and former ones together. */
const most = { one: 1_000, current: 5_000, former: 2_000 };

/**
 * What is waited for after the workflow was changed, perhaps: what is new begins now, what is not there any more ends
 * now, and stays known for the activities that happened before.
 * @param now the account's highest activity id
 */
export function definitionsNow(
	known: readonly Definition[],
	wanted: readonly Wanted[],
	now: number,
): Definition[] {
	let taken = 0;
	const current = wanted.map((each): Definition => {
		const key = keyOf(each);
		const { length } = JSON.stringify(each);
		taken += length;
		const isShort = length <= most.one && taken <= most.current;
		const before = known.find((one) => one.key === key && one.until === undefined);
		return before ?? { key, since: now, ...(isShort ? { wanted: each } : {}) };
	});
	const former = known
		.filter((one) => !current.includes(one))
		.map((one) => ({ ...one, until: one.until ?? now }));
	while (JSON.stringify(former).length > most.former) former.shift();
	return [...former, ...current];
}

/** Whether just these events are waited for already. */
export function isWaitedFor(known: readonly Definition[], wanted: readonly Wanted[]): boolean {
	const current = known.filter(({ until }) => until === undefined).map(({ key }) => key);
	const keys = wanted.map(keyOf);
	return current.every((key) => keys.includes(key)) && keys.every((key) => current.includes(key));
}

/**
 * What was waited for in place of an event that is waited for now, at each time since an activity happened at which that
 * was not waited for itself. Who asks that it matched each time lets nothing through that was held back once, and loses
 * nothing that waits.
 */
export const waitedForSince =
	(definitions: readonly Definition[], id: number) =>
	(wanted: Wanted): Array<readonly Wanted[]> => {
		const changes = definitions.flatMap(({ since, until }) => [since, until ?? 0]);
		const times = new Set([id, ...changes.filter((each) => each >= id).map((each) => each + 1)]);
		return [...times]
			.map((at) => definitions.filter(({ since, until = Infinity }) => since < at && at <= until))
			.filter((inForce) => inForce.every(({ key }) => key !== keyOf(wanted)))
			.map((inForce) =>
				inForce.flatMap((each) => (each.wanted?.event === wanted.event ? [each.wanted] : [])),
			);
	};

/** Former definitions that no activity is judged by any more are let go. */
export const definitionsAbove = (definitions: readonly Definition[], settled: number) =>
	definitions.filter(({ until = Infinity }) => until > settled);

const keys = new WeakMap<Wanted, string>();

/** Equal for equal filters, in whatever order their values are. */
function keyOf(wanted: Wanted): string {
	const key = keys.get(wanted) ?? short(JSON.stringify(inOrder(wanted)), 12);
	keys.set(wanted, key);
	return key;
}

function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) return value.map((one) => JSON.stringify(inOrder(one))).sort();
	if (typeof value !== 'object' || value === null) return value;
	return Object.entries(value as IDataObject)
		.filter(([, one]) => one !== undefined)
		.map(([name, one]) => [name, inOrder(one)])
		.sort(([a], [b]) => String(a).localeCompare(String(b)));
}

/** Reads definitions as they were kept; undefined where they are none. */
export const readDefinitions = (kept: unknown): Definition[] | undefined =>
	Array.isArray(kept) && kept.every(isDefinition) ? kept : undefined;

function isDefinition(kept: unknown): kept is Definition {
	const { key, since, until } = (kept ?? {}) as Partial<Definition>;
	return (
		typeof key === 'string' &&
		Number.isSafeInteger(since) &&
		(until === undefined || Number.isSafeInteger(until))
	);
}

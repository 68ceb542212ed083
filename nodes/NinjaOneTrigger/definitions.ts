import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
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
		const former = known.find((one) => one.key === key && one.until === undefined);
		return former ?? { key, since: now, ...(isShort ? { wanted: each } : {}) };
	});
	const former = known
		.filter((one) => !current.includes(one))
		.map((one) => ({ ...one, until: one.until ?? now }));
	while (JSON.stringify(former).length > most.former) former.shift();
	return [...former, ...current];
}

export const isWaitedFor = (known: readonly Definition[], wanted: readonly Wanted[]): boolean =>
	known.every(
		({ key, until }) => until !== undefined || wanted.some((each) => keyOf(each) === key),
	) &&
	wanted.every((each) =>
		known.some(({ key, until }) => until === undefined && key === keyOf(each)),
	);

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
	const known = keys.get(wanted);
	if (known !== undefined) return known;
	const key = createHash('sha256')
		.update(JSON.stringify(inOrder(wanted)))
		.digest('base64url');
	keys.set(wanted, key.slice(0, 12));
	return key.slice(0, 12);
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
export function readDefinitions(kept: unknown): Definition[] | undefined {
	if (!Array.isArray(kept)) return undefined;
	const isOne = ({ key, since, until }: Definition) =>
		typeof key === 'string' &&
		Number.isSafeInteger(since) &&
		(until === undefined || Number.isSafeInteger(until));
	return kept.every((one) => typeof one === 'object' && one !== null && isOne(one as Definition))
		? (kept as Definition[])
		: undefined;
}

import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { asNinjaOneError } from '../../../api/errors';
import { thisProcess } from '../process';
import type { Poll } from '../settings';
import { accountOf } from '../state';
import { deviceComparison } from './devices';
import type { ListComparison } from './listComparison';
import type { Change, ChangeSettings } from './settings';
import { ticketComparison } from './tickets';

const comparisons = { devices: deviceComparison, tickets: ticketComparison };

/** What was seen of each list when it was read last, as n8n stores it. */
export interface Compared {
	/** Tells accounts and filters apart: with others, the next look is the first one. */
	settings: string;
	/** What was looked for: one that is new counts from now on. */
	changes: readonly Change[];
	/** Epoch seconds of the last look, by this machine's clock. */
	at: number;
	seen: Partial<Record<keyof typeof comparisons, IDataObject>>;
}

export interface Comparison {
	items: IDataObject[];
	compared?: Compared;
}

/** A poll comes some seconds early or late. */
const tolerance = 30;

/**
 * Compares the lists that the wanted changes need, where it is time to. A list that cannot be read is compared the next
 * time: its changes are found then.
 */
export async function compare(poll: Poll, kept: unknown): Promise<Comparison> {
	const wanted = poll.settings.changes;
	if (wanted.changes.length === 0) return { items: [] };
	const settings = keyOf(wanted, await accountOf(poll.connection));
	const before = comparedIn(kept);
	const last = before?.settings === settings ? before : undefined;
	const now = Math.floor(Date.now() / 1000);
	// A clock that was set back does not put it off for longer.
	const isTime = !last || Math.abs(now - last.at) >= wanted.every - tolerance;
	if (!isTime) return { items: [], compared: last };

	const items: IDataObject[] = [];
	const seen: Compared['seen'] = { ...last?.seen };
	for (const [name, comparison] of comparisonsFor(wanted)) {
		try {
			const found = await comparison.compare(poll, seen[name]);
			items.push(...found.items.filter(({ event }) => last?.changes.includes(event as Change)));
			seen[name] = found.seen as IDataObject;
		} catch (error) {
			poll.warn(`the ${name} could not be compared. ${asNinjaOneError(error).message}`);
		}
	}
	return { items, compared: { settings, changes: wanted.changes, at: now, seen } };
}

const comparisonsFor = (wanted: ChangeSettings) =>
	(Object.entries(comparisons) as Array<[keyof typeof comparisons, ListComparison<object>]>).filter(
		([, { changes }]) => changes.some((change) => wanted.changes.includes(change)),
	);

/** Real examples of changes, for a test in the editor. */
export async function exampleChanges(poll: Poll): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	for (const [, comparison] of comparisonsFor(poll.settings.changes)) {
		const example = await comparison.example(poll);
		if (example) found.push(example);
	}
	return found;
}

const keyOf = ({ classes, organizationIds, board }: ChangeSettings, account: string) =>
	createHash('sha256')
		.update(JSON.stringify({ account, classes, organizationIds, board }))
		.digest('hex')
		.slice(0, 16);

function comparedIn(kept: unknown): Compared | undefined {
	const { settings, changes, at, seen } = (kept ?? {}) as Partial<Compared>;
	const isOne = typeof settings === 'string' && typeof at === 'number' && typeof seen === 'object';
	return isOne && Array.isArray(changes) ? { settings, changes, at, seen: seen ?? {} } : undefined;
}

/** The later one of what n8n gives and what this process knows: n8n stores nothing of a poll that found nothing. */
export function latestCompared(trigger: string, kept: unknown): unknown {
	const [stored, last] = [comparedIn(kept), comparedIn(thisProcess.compared.get(trigger))];
	return last && (!stored || last.at > stored.at) ? last : kept;
}

/** Notes what was seen. With items it is n8n's to store: where that fails, they are found again. */
export function noteCompared(trigger: string, { items, compared }: Comparison): void {
	if (items.length > 0) thisProcess.compared.delete(trigger);
	else thisProcess.compared.set(trigger, compared);
}

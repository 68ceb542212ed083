import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../../api/connection';
import { asNinjaOneError } from '../../../api/errors';
import { accountOf } from '../../events/account';
import type { OutputForm } from '../../events/item';
import { thisProcess } from '../process';
import { lookAtDevices } from './devices';
import type { Look } from './look';
import type { Change, ChangeSettings } from './settings';
import { lookAtTickets } from './tickets';

const looks = { devices: lookAtDevices, tickets: lookAtTickets } as const;

/** What was seen of each list when it was read last, as n8n stores it. */
export interface Compared {
	/** Tells accounts and filters apart: with others, the next look is the first one. */
	settings: string;
	/** What was looked for: one that is new counts from now on. */
	changes: readonly Change[];
	/** Epoch seconds of the last look, by this machine's clock. */
	at: number;
	seen: Partial<Record<keyof typeof looks, IDataObject>>;
}

export interface Comparison {
	items: IDataObject[];
	compared?: Compared;
}

interface More {
	output: OutputForm;
	warn: (message: string) => void;
}

/** A poll comes some seconds early or late. */
const tolerance = 30;

/**
 * Compares the lists that the wanted changes need, where it is time to. A list that cannot be read is compared the next
 * time: its changes are found then.
 */
export async function compare(
	connection: Connection,
	wanted: ChangeSettings,
	kept: unknown,
	{ output, warn }: More,
): Promise<Comparison> {
	if (wanted.changes.length === 0) return { items: [] };
	const settings = keyOf(wanted, await accountOf(connection));
	const before = comparedIn(kept);
	const last = before?.settings === settings ? before : undefined;
	const now = Math.floor(Date.now() / 1000);
	// A clock that was set back does not put it off for longer.
	const isTime = !last || Math.abs(now - last.at) >= wanted.every - tolerance;
	if (!isTime) return { items: [], compared: last };

	const items: IDataObject[] = [];
	const seen: Compared['seen'] = { ...last?.seen };
	for (const [name, look] of looksFor(wanted)) {
		try {
			const found = await look.run(connection, wanted, seen[name], { output, warn });
			items.push(...found.items.filter(({ event }) => last?.changes.includes(event as Change)));
			seen[name] = found.seen as IDataObject;
		} catch (error) {
			warn(`the ${name} could not be compared. ${asNinjaOneError(error).message}`);
		}
	}
	return { items, compared: { settings, changes: wanted.changes, at: now, seen } };
}

const looksFor = ({ changes }: ChangeSettings) =>
	(Object.entries(looks) as Array<[keyof typeof looks, Look<object>]>).filter(([, look]) =>
		look.changes.some((change) => changes.includes(change)),
	);

/** Real examples of changes, for a test in the editor. */
export async function exampleChanges(
	connection: Connection,
	wanted: ChangeSettings,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	for (const [, look] of looksFor(wanted)) {
		const example = await look.example(connection, wanted);
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

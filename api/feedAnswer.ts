import type { IDataObject } from 'n8n-workflow';
import type { Connection } from './connection';
import { activities } from './endpoints/activities';
import { NinjaOneError } from './errors';
import type { Query } from './query';
import { call } from './request';
import { send } from './send';

/** What NinjaOne answers for a stretch of ids. */
export interface StretchAnswer {
	/** Those of the stretch, oldest id first, each once. */
	rows: IDataObject[];
	/** Whether nothing of the stretch is missing. */
	isWhole: boolean;
	/** `lastActivityId`, the highest id of the whole account; undefined where the answer has none. */
	highest?: number;
	/** Rows of a full page, as far as the server has shown. */
	fullPage: number;
}

/** The largest page that NinjaOne documents. */
const largestPage = 1000;
/** An answer below this is not taken for a cut one: pages of so few rows nobody serves. */
const beyondDoubt = 50;

/** How a server serves pages of the log, as learned since n8n was started. */
interface Behaviour {
	/** Rows of a full page: fewer than were asked for where the server cuts. */
	pageSize: number;
	/** The most rows that an answer was seen to have without being cut. */
	served: number;
	/** Where `olderThan` does not count together with `newerThan`, it is asked alone. */
	ignoresOlderThan: boolean;
}
const known = new Map<string, Behaviour>();

function behaviourOf({ server }: Connection): Behaviour {
	const behaviour = known.get(server) ?? {
		pageSize: largestPage,
		served: 0,
		ignoresOlderThan: false,
	};
	known.set(server, behaviour);
	return behaviour;
}

/** Asks for a stretch of ids in one request, and for two halves of it where the answer may be cut short. */
export async function readStretch(
	connection: Connection,
	query: Query,
	above: number,
	upTo: number,
): Promise<StretchAnswer> {
	const behaviour = behaviourOf(connection);
	const answer = await ask(connection, query, above, upTo);
	if (answer.rows.some(({ id }) => Number(id) > upTo)) {
		if (behaviour.ignoresOlderThan) throw noBounds();
		behaviour.ignoresOlderThan = true;
		return await readStretch(connection, query, above, upTo);
	}
	const rows = answer.rows.filter(({ id }) => Number(id) > above);
	const { highest } = answer;
	if (answer.received > behaviour.pageSize) behaviour.pageSize = largestPage;
	if (answer.received >= largestPage) behaviour.served = largestPage;
	// Rows from below the stretch: the answer is its newest part, and goes beyond it.
	const goesBeyond = rows.length < answer.rows.length;
	const isSingle = upTo - above <= 1;
	const isFull = answer.received >= behaviour.pageSize && !goesBeyond && !isSingle;
	if (!isFull && !goesBeyond && mayBeCut(answer.received, behaviour, upTo - above)) {
		const top = Math.min(upTo, Math.max(highest ?? 0, ...rows.map(({ id }) => Number(id))));
		if (await isCut(connection, query, { rows, above, top })) {
			behaviour.pageSize = answer.received;
			return { rows, highest, isWhole: false, fullPage: behaviour.pageSize };
		}
		behaviour.served = answer.received;
	}
	return { rows, highest, isWhole: !isFull, fullPage: behaviour.pageSize };
}

const mayBeCut = (received: number, { pageSize, served }: Behaviour, ids: number) =>
	received >= beyondDoubt && received > served && received < pageSize && ids > received;

/** Whether two halves of a stretch hold more than the whole: a server that cuts pages below what was asked for. */
async function isCut(
	connection: Connection,
	query: Query,
	{ rows, above, top }: { rows: IDataObject[]; above: number; top: number },
): Promise<boolean> {
	const middle = Math.floor((above + top) / 2);
	const lower = await ask(connection, query, above, middle);
	const upper = await ask(connection, query, middle, top);
	const both = [...lower.rows, ...upper.rows].filter(
		({ id }) => Number(id) > above && Number(id) <= top,
	);
	return new Set(both.map(({ id }) => id)).size > rows.length;
}

interface Received {
	/** Oldest id first, each once. */
	rows: IDataObject[];
	/** How many there were. */
	received: number;
	highest?: number;
}

async function ask(
	connection: Connection,
	query: Query,
	above: number,
	upTo: number,
): Promise<Received> {
	const isOpen = upTo === Infinity;
	const answer = await send(
		connection,
		call(activities.page, {
			query: {
				...query,
				pageSize: largestPage,
				newerThan: isOpen || !behaviourOf(connection).ignoresOlderThan ? above : undefined,
				olderThan: isOpen ? undefined : upTo + 1,
			},
		}),
	);
	return received(answer);
}

/** The newest rows of the log below an id, as few as NinjaOne gives. */
export async function newestRows(
	connection: Connection,
	{ below, most = 10 }: { below?: number; most?: number } = {},
): Promise<Received> {
	return received(
		await send(connection, call(activities.page, { query: { pageSize: most, olderThan: below } })),
	);
}

function received(answer: unknown): Received {
	const { activities, lastActivityId } = Array.isArray(answer)
		? { activities: answer as unknown, lastActivityId: undefined }
		: ((answer ?? {}) as { activities?: unknown; lastActivityId?: unknown });
	if (!Array.isArray(activities)) throw noList();
	const rows = activities as IDataObject[];
	const byId = new Map(rows.map((row) => [Number(row.id), row]));
	const highest = Number(lastActivityId ?? 0);
	return {
		rows: [...byId.values()].sort((a, b) => Number(a.id) - Number(b.id)),
		received: rows.length,
		...(Number.isSafeInteger(highest) && highest > 0 ? { highest } : {}),
	};
}

const noList = () =>
	new NinjaOneError(
		'NinjaOne\'s answer is not what is expected of its log: a list in "activities" is missing',
		{ description: 'Nothing was taken from it. The next poll asks again.' },
	);

const noBounds = () =>
	new NinjaOneError('NinjaOne answers with activities that were not asked for', {
		description: 'Nothing was taken from them, since some could be missing.',
	});

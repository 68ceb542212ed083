import type { IDataObject, Logger } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { asNinjaOneError } from '../../api/errors';
import { hasActivity, markOf, runsAbove, type Mark, type Run } from '../../api/feed';
import { accountOf } from '../events/account';
import { learnFrom } from '../events/alerts';
import { itemOf } from '../events/item';
import { copyOf, type Memory } from '../events/memory';
import { readFacts } from '../events/readFacts';
import { eventsIn, feedQuery, isCandidate, needsOf } from '../events/recognize';
import { begin, type Looked } from './begin';
import { kindsNow, wantedAt, type Kinds } from './kinds';
import type { Settings } from './settings';
import { isState, isWaiting, moveOn, readState, type State } from './state';

/** Activities whose records are looked up together: what has been told when trouble comes is at least so much. */
const batchSize = 500;
/** Items of one poll, more or less: all of them are in the memory of one execution. */
const mostItems = 10_000;

/** Goes on from where the last poll stopped; begins where there was none, or where nothing of it is left. */
export async function resume(
	connection: Connection,
	settings: Settings,
	kept: IDataObject,
	logger: Logger,
): Promise<Looked> {
	const state = readState(kept);
	if (isState(state)) {
		const account = await accountOf(connection);
		if (state.account === account || (await isSameFeed(connection, state))) {
			const kinds = await kindsNow(connection, state.kinds, settings.wanted);
			return await readOn(connection, settings, { ...state, account, kinds }, logger);
		}
		logger.warn(
			'NinjaOne Trigger: the credential now belongs to another account, so the trigger begins anew and tells what happens from now on',
		);
	}
	if (isWaiting(state)) {
		const begun = await begin(connection, settings, state.waitingSince);
		const since = await readOn(connection, settings, begun.state, logger);
		return { items: [...begun.items, ...since.items], state: since.state };
	}
	if (state === 'broken') {
		logger.warn(
			'NinjaOne Trigger: what it had noted cannot be read (edited, or from another version), so it begins anew and tells what happens from now on',
		);
		return await begin(connection, { ...settings, emitStanding: false });
	}
	return await begin(connection, settings);
}

/** Two API apps of one account have the same feed. */
const isSameFeed = async (connection: Connection, { last }: State) =>
	last !== undefined && (await hasActivity(connection, last));

/**
 * Reads the feed from the bookmark on, batch by batch, until its end, the end of the poll's time, or what one
 * execution bears. What is complete by then is told; the rest stays behind the bookmark.
 */
async function readOn(
	connection: Connection,
	settings: Settings,
	state: State,
	logger: Logger,
): Promise<Looked> {
	const { wanted } = settings;
	const items: IDataObject[] = [];
	const read: number[] = [];
	const known = new Set(state.seen);
	const isNew = ({ id }: IDataObject) => Number(id) > state.bookmark || !known.has(Number(id));
	let { memory, last } = state;
	let upTo = state.bookmark;
	let isComplete = true;
	try {
		const runs = runsAbove(connection, feedQuery(wanted), state.lookback);
		for await (const batch of batchesOf(runs, isNew)) {
			const told = await tell(connection, settings, batch.rows, { memory, kinds: state.kinds });
			items.push(...told.items);
			memory = told.memory;
			read.push(...batch.rows.map(({ id }) => Number(id)));
			last = batch.rows.map(markOf).reduce(laterOf, last);
			upTo = Math.max(upTo, batch.upTo);
			isComplete = !isOver(connection) && items.length < mostItems;
			if (!isComplete) break;
		}
	} catch (error) {
		isComplete = false;
		if (read.length === 0 && upTo === state.bookmark) throw asNinjaOneError(error);
		logger.warn(
			`NinjaOne Trigger: a part was read, the rest follows with the next poll. ${asNinjaOneError(error).message}`,
		);
	}
	// Whatever was active at the beginning has passed by in the feed.
	if (isComplete) memory = { ...memory, told: [] };
	const above = read.filter((id) => id > state.bookmark);
	return { items, state: moveOn({ ...state, memory, last }, upTo, above) };
}

/** Parts of runs without what is known; an empty one where a run has nothing else. */
async function* batchesOf(
	runs: AsyncGenerator<Run>,
	isNew: (activity: IDataObject) => boolean,
): AsyncGenerator<Run> {
	for await (const run of runs) {
		const fresh = run.rows.filter(isNew);
		for (let at = 0; at + batchSize < fresh.length; at += batchSize) {
			const rows = fresh.slice(at, at + batchSize);
			yield { rows, upTo: Number(rows[batchSize - 1].id) };
		}
		yield { rows: fresh.slice(-(fresh.length % batchSize || batchSize)), upTo: run.upTo };
	}
}

const laterOf = (a: Mark | undefined, b: Mark): Mark => (a !== undefined && a.id > b.id ? a : b);

const isOver = ({ deadline = Infinity }: Connection) => Date.now() >= deadline;

/** What a batch of activities tells, and what is to be remembered of it. */
async function tell(
	connection: Connection,
	{ wanted, output }: Settings,
	batch: IDataObject[],
	before: { memory: Memory; kinds: Kinds },
): Promise<{ items: IDataObject[]; memory: Memory }> {
	const candidates = batch.filter((activity) => isCandidate(activity, wanted));
	const facts = await readFacts(connection, candidates, needsOf(wanted));
	const memory = copyOf(before.memory);
	const items = candidates.flatMap((activity) => {
		const alert = facts.alert(activity.seriesUid);
		if (alert) learnFrom(alert, memory);
		const known = wantedAt(Number(activity.id), before.kinds, wanted);
		return eventsIn(activity, known, facts, memory).map((name) =>
			itemOf(name, activity, facts, output),
		);
	});
	return { items, memory };
}

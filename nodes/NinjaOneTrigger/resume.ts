import type { IDataObject } from 'n8n-workflow';
import { asNinjaOneError } from '../../api/errors';
import { hasOneOf, newestActivities } from '../../api/feedSearch';
import { definitionsNow, isWaitedFor } from './definitions';
import { readFeed } from './readFeed';
import type { Poll } from './settings';
import { startNow, startThen } from './start';
import {
	accountOf,
	isState,
	isWaiting,
	type Kept,
	type Result,
	type State,
	type Waiting,
} from './state';

/** Goes on from where the last poll stopped; starts where there was none, or where nothing of it is left. */
export async function resume(poll: Poll, state: Kept): Promise<Result> {
	const { connection, warn } = poll;
	if (isState(state)) {
		const account = await accountOf(connection);
		if (state.account === account || (await hasOneOf(connection, state.marks))) {
			return await goOn(poll, { ...state, account });
		}
		warn(
			'the credential now belongs to another account, so the trigger begins anew and tells what happens from now on',
		);
	}
	if (isWaiting(state)) return await waitOn(poll, state);
	if (state !== 'broken') return await startNow(poll);
	warn(
		'what it had noted cannot be read (edited, or from another version), so it begins anew and tells what happens from now on',
	);
	return await startNow(poll, false);
}

async function goOn(poll: Poll, state: State): Promise<Result> {
	const { wanted } = poll.settings;
	const definitions = isWaitedFor(state.definitions, wanted)
		? state.definitions
		: definitionsNow(state.definitions, wanted, (await newestActivities(poll.connection)).highest);
	const read = await readFeed(poll, { ...state, definitions });
	if (read) return read;
	poll.warn(
		"NinjaOne's activity ids are below the last one that was read: they have begun anew, so the trigger goes on by their times",
	);
	const search = { moment: state.window.movedAt };
	return await waitOn(poll, { search, clock: 'ninjaOne', emitActive: false });
}

/** Starts at a moment of the past; what was found of it is kept, however little it is. */
async function waitOn(poll: Poll, before: Waiting): Promise<Result> {
	const waiting: Waiting = { ...before, search: { ...before.search } };
	const items: IDataObject[] = [];
	let started: State | undefined;
	try {
		const { items: active, state } = await startThen(poll, waiting);
		items.push(...active);
		started = state;
		const read = await readFeed(poll, state);
		if (read) return { items: [...items, ...read.items], state: read.state };
	} catch (error) {
		if (!started && JSON.stringify(waiting) === JSON.stringify(before)) {
			throw asNinjaOneError(error);
		}
		poll.warn(
			`a part was read, the rest follows with the next poll. ${asNinjaOneError(error).message}`,
		);
	}
	return { items, state: started ?? waiting };
}

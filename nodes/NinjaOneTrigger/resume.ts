import type { IDataObject, Logger } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { asNinjaOneError } from '../../api/errors';
import { hasOneOf, newestActivities } from '../../api/feedSearch';
import { accountOf } from '../events/account';
import { begin, beginThen, type Looked, type Warn } from './begin';
import { definitionsNow, isWaitedFor } from './definitions';
import { readOn } from './readOn';
import type { Settings } from './settings';
import { isState, isWaiting, type Kept, type State, type Waiting } from './state';

/** What a poll says in n8n's log. */
export const warnInto =
	(logger: Logger): Warn =>
	(message) =>
		logger.warn(`NinjaOne Trigger: ${message}`);

/** Goes on from where the last poll stopped; begins where there was none, or where nothing of it is left. */
export async function resume(
	connection: Connection,
	settings: Settings,
	state: Kept,
	warn: Warn,
): Promise<Looked> {
	if (isState(state)) {
		const account = await accountOf(connection);
		if (state.account === account || (await hasOneOf(connection, state.marks))) {
			return await goOn(connection, settings, { ...state, account }, warn);
		}
		warn(
			'the credential now belongs to another account, so the trigger begins anew and tells what happens from now on',
		);
	}
	if (isWaiting(state)) return await waitOn(connection, settings, state, warn);
	if (state === 'broken') {
		warn(
			'what it had noted cannot be read (edited, or from another version), so it begins anew and tells what happens from now on',
		);
		return await begin(connection, { ...settings, emitStanding: false }, warn);
	}
	return await begin(connection, settings, warn);
}

async function goOn(
	connection: Connection,
	settings: Settings,
	state: State,
	warn: Warn,
): Promise<Looked> {
	const { wanted } = settings;
	const isChanged = !isWaitedFor(state.definitions, wanted);
	const definitions = isChanged
		? definitionsNow(state.definitions, wanted, (await newestActivities(connection)).highest)
		: state.definitions;
	const read = await readOn(connection, settings, { ...state, definitions }, warn);
	if (!read.isAnew) return read;
	warn(
		"NinjaOne's activity ids are below the last one that was read: they have begun anew, so the trigger goes on by their times",
	);
	const moment = state.window.movedAt;
	const waiting: Waiting = { search: { moment }, clock: 'ninjaOne', emitActive: false };
	return await waitOn(connection, settings, waiting, warn);
}

/** Begins at a moment of the past; what was found of it is kept, however little it is. */
async function waitOn(
	connection: Connection,
	settings: Settings,
	before: Waiting,
	warn: Warn,
): Promise<Looked> {
	const waiting: Waiting = { ...before, search: { ...before.search } };
	const items: IDataObject[] = [];
	let begun: State | undefined;
	try {
		const { items: active, state } = await beginThen(connection, settings, warn, waiting);
		items.push(...active);
		begun = state;
		const read = await readOn(connection, settings, state, warn);
		if (!read.isAnew) return { items: [...items, ...read.items], state: read.state };
	} catch (error) {
		if (!begun && JSON.stringify(waiting) === JSON.stringify(before)) throw asNinjaOneError(error);
		warn(`a part was read, the rest follows with the next poll. ${asNinjaOneError(error).message}`);
	}
	return { items, state: begun ?? waiting };
}

import { deepCopy, type IDataObject } from 'n8n-workflow';
import { serverSeconds } from '../../api/clock';
import { learnFrom } from '../events/alerts';
import { readFacts } from '../events/facts';
import { sourceTypesFor } from '../events/filters';
import { judge } from '../events/judge';
import { devicesIn, noteDevices, type Memory } from '../events/memory';
import { waitedForSince } from './definitions';
import type { Poll } from './settings';
import type { State } from './state';
import { ageOf } from './window';

/** What a batch of activities comes to. */
export interface Emitted {
	items: IDataObject[];
	/** Ids of what is done with. */
	decided: number[];
	/** Ids of what waits for a record. */
	held: number[];
	/** A copy with what was learned, so that it is lost with a poll that fails. */
	memory: Memory;
}

/**
 * Looks up what a batch of activities is about, and gives the items of those that are events.
 * @param resets UIDs of alerts that are known to have been reset
 */
export async function emit(
	{ connection, settings, warn }: Poll,
	state: Pick<State, 'definitions' | 'memory' | 'window'>,
	batch: readonly IDataObject[],
	resets: ReadonlySet<unknown>,
): Promise<Emitted> {
	const { wanted, output, passUnknownDevices, waitForRecords, lookBack, interval } = settings;
	const now = serverSeconds(connection);
	const memory = deepCopy(state.memory);
	const emitted: Emitted = { items: [], decided: [], held: [], memory };
	if (batch.length === 0) return emitted;
	const deviceIds = new Set(batch.map(({ deviceId }) => deviceId));
	const lastSeen = devicesIn(memory).filter(({ id }) => deviceIds.has(id));
	const facts = await readFacts(connection, batch, wanted, warn, lastSeen);
	const types = sourceTypesFor(wanted);
	for (const activity of batch) {
		const id = Number(activity.id);
		learnFrom(facts.alert(activity.seriesUid), memory, types);
		const knowledge = {
			facts,
			memory,
			isReset: (uid: unknown) => resets.has(uid),
			isFinal: ageOf(state.window, id, now) >= waitForRecords,
			isStale: now - Number(activity.activityTime) > Math.max(lookBack, 2 * interval),
			passUnknownDevices,
		};
		const before = waitedForSince(state.definitions, id);
		const { items, isOpen } = judge(activity, wanted, knowledge, output, before);
		emitted.items.push(...items);
		(isOpen ? emitted.held : emitted.decided).push(id);
	}
	const devices = [...deviceIds].map((id) => facts.device(id));
	noteDevices(
		memory,
		devices.filter((device) => device !== undefined),
	);
	return emitted;
}

import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { learnFrom } from '../events/alerts';
import type { Knowledge } from '../events/facts';
import { sourceTypesFor } from '../events/filters';
import { itemOf } from '../events/item';
import { copyOf, noteDevices, type Memory } from '../events/memory';
import { readFacts } from '../events/readFacts';
import { judge, needsOf } from '../events/recognize';
import type { Warn } from './begin';
import { waitedForSince, type Definition } from './definitions';
import type { Settings } from './settings';
import { ageOf, type Window } from './window';

interface Emitted {
	items: IDataObject[];
	/** Ids of what is done with. */
	decided: number[];
	/** Ids of what waits for a record. */
	held: number[];
	/** What is to be remembered. */
	memory: Memory;
}

interface Circumstances {
	memory: Memory;
	definitions: readonly Definition[];
	window: Window;
	/** Epoch seconds. */
	now: number;
	isReset: NonNullable<Knowledge['isReset']>;
	warn: Warn;
}

/** Looks up what a batch of activities speaks of, and gives the items of those that are events. */
export async function emit(
	connection: Connection,
	{ wanted, output, passUnknownDevices, waitForRecords, lookBack, interval }: Settings,
	batch: readonly IDataObject[],
	{ definitions, window, now, isReset, warn, ...before }: Circumstances,
): Promise<Emitted> {
	const memory = copyOf(before.memory);
	const emitted: Emitted = { items: [], decided: [], held: [], memory };
	if (batch.length === 0) return emitted;
	const placed = memory.devices.map(([id, organizationId, locationId]) => ({
		...{ id, organizationId, locationId },
	}));
	const spokenOf = new Set(batch.map(({ deviceId }) => deviceId));
	const facts = await readFacts(connection, batch, needsOf(wanted), {
		placed: placed.filter(({ id }) => spokenOf.has(id)),
		warn,
	});
	const types = sourceTypesFor(wanted);
	for (const activity of batch) {
		const id = Number(activity.id);
		const alert = facts.alert(activity.seriesUid);
		if (alert) learnFrom(alert, memory, types);
		const knowledge: Knowledge = {
			...{ facts, memory, isReset, passUnknownDevices },
			isFinal: ageOf(window, id, now) >= waitForRecords,
			isStale: now - Number(activity.activityTime) > Math.max(lookBack, 2 * interval),
		};
		const { names, isOpen } = judge(activity, wanted, knowledge, waitedForSince(definitions, id));
		emitted.items.push(...names.map((name) => itemOf(name, activity, knowledge, output)));
		(isOpen ? emitted.held : emitted.decided).push(id);
	}
	noteDevices(
		memory,
		[...spokenOf].map((id) => facts.device(id)).filter((device) => device !== undefined),
	);
	return emitted;
}

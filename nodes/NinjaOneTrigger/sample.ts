import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { activities } from '../../api/endpoints/activities';
import { NinjaOneError } from '../../api/errors';
import { list } from '../../api/list';
import { call } from '../../api/request';
import { events, type EventName } from '../events/all';
import type { Knowledge } from '../events/facts';
import { itemOf } from '../events/item';
import { emptyMemory } from '../events/memory';
import { readFacts } from '../events/readFacts';
import { feedQuery, isCandidate, judge, needsOf } from '../events/recognize';
import { activeEvents, learnFromActive } from './active';
import type { Warn } from './begin';
import { exampleChanges } from './changes/compare';
import { changes as changeNames } from './changes/settings';
import type { Settings } from './settings';

/** Activities of the past that are looked through for an example: one page. */
const searched = 999;
/** Of those that may be one, how many are looked at closely. */
const closely = 100;

/**
 * Real examples for a test in the editor: the newest of each wanted event, else what is active now. Changes nothing.
 * @throws NinjaOneError where there is none
 */
export async function sample(
	connection: Connection,
	settings: Settings,
	warn: Warn,
): Promise<IDataObject[]> {
	const changes = await exampleChanges(connection, settings.changes);
	const found = settings.wanted.length > 0 ? await sampleEvents(connection, settings, warn) : [];
	if (found.length + changes.length > 0) return [...found, ...changes];
	throw nothingToShow(settings);
}

async function sampleEvents(
	connection: Connection,
	settings: Settings,
	warn: Warn,
): Promise<IDataObject[]> {
	const { wanted, output, passUnknownDevices } = settings;
	const query = feedQuery(wanted);
	const { rows } = await list(connection, call(activities.list, { query }), searched, (row) => row);
	const candidates = rows.filter((row) => isCandidate(row, wanted)).slice(0, closely);
	const facts = await readFacts(connection, candidates, needsOf(wanted), { warn });
	const memory = emptyMemory();
	await learnFromActive(connection, settings, memory, warn);
	const knowledge: Knowledge = { facts, memory, isFinal: true, passUnknownDevices };
	const newest = new Map<EventName, IDataObject>();
	for (const activity of candidates) {
		for (const name of judge(activity, wanted, knowledge).names) {
			if (!newest.has(name)) newest.set(name, itemOf(name, activity, knowledge, output));
		}
	}
	if (newest.size > 0) return [...newest.values()];
	return (await activeEvents(connection, settings, memory, { warn })).slice(-1);
}

function nothingToShow({ wanted, changes }: Settings): NinjaOneError {
	const all = [
		...wanted.map(({ event }) => events[event].name),
		...changes.changes.map((change) => changeNames[change]),
	];
	const names = [...new Set(all)].join(', ');
	return new NinjaOneError(
		`There is no example to show: NinjaOne has no recent event for ${names}`,
		{
			description:
				'The trigger itself is all right. Cause such an event in NinjaOne, or loosen the filters, and test again; or activate the workflow and wait for one.',
		},
	);
}

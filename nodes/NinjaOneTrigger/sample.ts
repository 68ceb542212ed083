import type { IDataObject } from 'n8n-workflow';
import { activities } from '../../api/endpoints/activities';
import { NinjaOneError } from '../../api/errors';
import { list } from '../../api/list';
import { call } from '../../api/request';
import { events } from '../events/all';
import type { Knowledge } from '../events/event';
import { readFacts } from '../events/facts';
import { feedQuery, isCandidate } from '../events/filters';
import { judge } from '../events/judge';
import { emptyMemory } from '../events/memory';
import { activeEvents, learnFromActive } from './activeEvents';
import { exampleChanges } from './changes/compare';
import { changes as knownChanges } from './changes/settings';
import type { Poll, Settings } from './settings';

/** Activities of the past that are looked through for an example: one page. */
const searched = 999;
/** Of those that may be one, how many are looked at closely. */
const closely = 100;

/**
 * Real examples for a test in the editor: the newest of each wanted event, else what is active now. Changes nothing.
 * @throws NinjaOneError where there is none
 */
export async function sample(poll: Poll): Promise<IDataObject[]> {
	const { settings } = poll;
	const changes = await exampleChanges(poll);
	const found = settings.wanted.length > 0 ? await sampleEvents(poll) : [];
	if (found.length + changes.length > 0) return [...found, ...changes];
	throw nothingToShow(settings);
}

async function sampleEvents(poll: Poll): Promise<IDataObject[]> {
	const { connection, settings, warn } = poll;
	const { wanted, output, passUnknownDevices } = settings;
	const query = feedQuery(wanted);
	const { rows } = await list(connection, call(activities.list, { query }), searched, (row) => row);
	const candidates = rows.filter((row) => isCandidate(row, wanted)).slice(0, closely);
	const facts = await readFacts(connection, candidates, wanted, warn);
	const memory = emptyMemory();
	await learnFromActive(poll, memory);
	const knowledge: Knowledge = { facts, memory, isFinal: true, passUnknownDevices };
	const newest = new Map<unknown, IDataObject>();
	for (const activity of candidates) {
		for (const item of judge(activity, wanted, knowledge, output).items) {
			if (!newest.has(item.event)) newest.set(item.event, item);
		}
	}
	if (newest.size > 0) return [...newest.values()];
	return (await activeEvents(poll, memory)).slice(-1);
}

function nothingToShow({ wanted, changes }: Settings): NinjaOneError {
	const all = [
		...wanted.map(({ event }) => events[event].name),
		...changes.changes.map((change) => knownChanges[change].name),
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

import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { activities } from '../../api/endpoints/alerts';
import { NinjaOneError } from '../../api/errors';
import { list } from '../../api/list';
import { call } from '../../api/request';
import { events, type EventName } from '../events/all';
import { itemOf } from '../events/item';
import { emptyMemory } from '../events/memory';
import { readFacts } from '../events/readFacts';
import { eventsIn, feedQuery, isCandidate, needsOf } from '../events/recognize';
import type { Settings } from './settings';
import { learnFromStanding, standing } from './standing';

/** Activities of the past that are looked through for an example: one page. */
const searched = 999;
/** Of those that may be one, how many are looked at closely. */
const closely = 100;

/**
 * Real examples for a test in the editor: the newest of each wanted event, else what is active now. Changes nothing.
 * @throws NinjaOneError where there is none
 */
export async function sample(connection: Connection, settings: Settings): Promise<IDataObject[]> {
	const { wanted, output } = settings;
	const query = feedQuery(wanted);
	const { rows } = await list(connection, call(activities, { query }), searched, (row) => row);
	const candidates = rows.filter((row) => isCandidate(row, wanted)).slice(0, closely);
	const facts = await readFacts(connection, candidates, needsOf(wanted));
	const memory = emptyMemory();
	await learnFromStanding(connection, settings, memory);
	const newest = new Map<EventName, IDataObject>();
	for (const activity of candidates) {
		for (const name of eventsIn(activity, wanted, facts, memory)) {
			if (!newest.has(name)) newest.set(name, itemOf(name, activity, facts, output));
		}
	}
	if (newest.size > 0) return [...newest.values()];
	const active = (await standing(connection, settings, memory)).slice(-1);
	if (active.length > 0) return active;
	throw nothingToShow(settings);
}

function nothingToShow({ wanted }: Settings): NinjaOneError {
	const names = [...new Set(wanted.map(({ event }) => events[event].name))].join(', ');
	return new NinjaOneError(
		`There is no example to show: NinjaOne has no recent event for ${names}`,
		{
			description:
				'The trigger itself is all right. Cause such an event in NinjaOne, or loosen the filters, and test again; or activate the workflow and wait for one.',
		},
	);
}

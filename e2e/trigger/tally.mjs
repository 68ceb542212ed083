/** Counts what became of events, by what n8n keeps of its executions. */

/** An activity can be several events, so both make the key. */
export const keyOf = ({ event, activityId }) => `${event} ${activityId}`;

/**
 * @typedef {object} Tally
 * @property {Map<string, number>} done by event: successful executions from whose last node it came
 * @property {Map<string, string[]>} begun by event: executions that had it and did not succeed, by id
 * @property {number} executions
 */

/** An execution that has ended stays as it is, so each is read once. */
export function createTally() {
	const known = new Map();
	return {
		/** @returns {Promise<Tally>} */
		async of(n8n, executions) {
			for (const { id } of executions) if (!known.has(id)) known.set(id, await outcomeOf(n8n, id));
			const outcomes = [...known];
			const done = new Map();
			const begun = new Map();
			for (const [id, { succeeded, keys }] of outcomes)
				for (const key of keys)
					if (succeeded) done.set(key, (done.get(key) ?? 0) + 1);
					else begun.set(key, [...(begun.get(key) ?? []), id]);
			return { done, begun, executions: outcomes.length };
		},
	};
}

/** What a crash left holds the items as they were handed to the workflow's first node. */
async function outcomeOf(n8n, id) {
	const { status, output, waiting } = await n8n.execution(id);
	const succeeded = status === 'success';
	return { succeeded, keys: (succeeded ? output('Done') : waiting).map(keyOf) };
}

/** Holds a tally against what was to come: each event once, and nothing else. */
export function differences({ done }, expected) {
	const wanted = new Set(expected);
	return {
		missing: expected.filter((key) => !done.has(key)),
		twice: [...done].filter(([, times]) => times > 1).map(([key]) => key),
		unexpected: [...done.keys()].filter((key) => !wanted.has(key)),
	};
}

export const isExact = (found) => Object.values(found).every(({ length }) => length === 0);

/** Polls that are under way, by trigger, and until when they count. */
const underWay = new Map<string, { until: number }>();
/** What takes so long hangs where no deadline reaches, such as in n8n's fetching of a token. Milliseconds. */
const longestUnderWayMs = 90_000;

/** States that polls have moved on from, by trigger, and until when they are out of date. */
const outdated = new Map<string, Array<{ state: string; until: number }>>();
/** Its usual polls are a minute apart: a state that comes back then is one whose successor was not written down. */
const writtenWithinMs = 30_000;

/**
 * Lets one poll of a trigger look at a time. When it comes back after a pause, n8n's durable scheduler polls several times
 * at once, and gives each the state that was written down when it began.
 *
 * @param trigger its workflow and node
 * @param state what the poll was given; undefined where it has to begin, which it may in any case
 * @returns undefined for a poll that has to leave everything to the others
 */
export function lockPoll(trigger: string, state: string | undefined) {
	const now = Date.now();
	const isLocked = now < (underWay.get(trigger)?.until ?? 0);
	const known = (outdated.get(trigger) ?? []).filter(({ until }) => now < until);
	if (state !== undefined && (isLocked || known.some((each) => each.state === state))) {
		return undefined;
	}
	const mine = { until: now + longestUnderWayMs };
	underWay.set(trigger, mine);
	return {
		/** To be called when the poll has a new state, which n8n writes down a moment later. */
		moveOn() {
			if (state === undefined) return;
			outdated.set(trigger, [...known, { state, until: Date.now() + writtenWithinMs }]);
		},
		/** To be called in any case. */
		release() {
			if (underWay.get(trigger) === mine) underWay.delete(trigger);
		},
	};
}

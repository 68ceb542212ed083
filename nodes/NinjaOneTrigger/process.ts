/** What was noted of a trigger: its state as JSON, and the stored states that it goes on from. */
interface Noted {
	state: string;
	/** The node's name then. */
	name: string;
	goesOnFrom: ReadonlyArray<string | undefined>;
}

/** What this process of n8n knows beyond what n8n stores. It ends with the process. */
export const thisProcess = {
	/** Epoch milliseconds by this machine's clock. */
	startedAt: Date.now(),
	/** By trigger. */
	noted: new Map<string, Noted>(),
	/** What was seen of compared lists, by trigger. */
	compared: new Map<string, unknown>(),
};

/**
 * The state to go on from. n8n stores none after a poll that emitted nothing, none of an activation under its durable
 * scheduler, and it looks a renamed node's up under its new name. So the same process goes on from what it noted, where
 * n8n gives what that came from.
 * @param given JSON of the state that n8n gives
 */
export function latestState({ id, name }: Trigger, given: string | undefined): string | undefined {
	const noted = thisProcess.noted.get(id);
	if (!noted) return given;
	const isRenamed = given === undefined && noted.name !== name;
	return isRenamed || noted.goesOnFrom.includes(given) ? noted.state : given;
}

export interface Trigger {
	/** Its workflow's id and its own, which n8n keeps when it is renamed. */
	id: string;
	name: string;
}

/** Notes the state after a poll. */
export function noteState(
	{ id, name }: Trigger,
	state: string,
	{ given, hasItems, isFirst }: { given?: string; hasItems: boolean; isFirst: boolean },
): void {
	const before = thisProcess.noted.get(id)?.goesOnFrom ?? [given];
	// n8n stores it with the items; that of an activation it stores without any, too.
	const goesOnFrom = hasItems ? [state] : isFirst ? [given, ...before, state] : before;
	thisProcess.noted.set(id, { state, name, goesOnFrom: goesOnFrom.slice(0, 4) });
}

export const forgetState = ({ id }: Trigger) => void thisProcess.noted.delete(id);

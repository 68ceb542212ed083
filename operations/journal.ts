import { NinjaOneError } from '../api/errors';
import { DryRun } from './caller';
import type { Caller } from './operation';

/** What was sent to NinjaOne for one item. */
export interface Journal {
	/** Something was sent, be it a question. */
	asked: boolean;
	/** Requests for a change that NinjaOne has answered. */
	carriedOut: number;
	/** Requests for a change that went out, and whose answer is missing: NinjaOne may have carried them out. */
	inDoubt: number;
}

export const newJournal = (): Journal => ({ asked: false, carriedOut: 0, inDoubt: 0 });

/** Whether anything was changed, or may have been. */
export const hasActed = ({ carriedOut, inDoubt }: Journal) => carriedOut + inDoubt > 0;

/** A caller that writes down what is sent, whatever the operation makes of the answers. */
export function withJournal(caller: Caller, journal: Journal): Caller {
	const asking =
		<Args extends unknown[], Answer>(ask: (...args: Args) => Promise<Answer>) =>
		async (...args: Args): Promise<Answer> =>
			await ask(...args).then(
				(answer) => {
					journal.asked = true;
					return answer;
				},
				(error) => {
					journal.asked ||= wasSent(error);
					throw error;
				},
			);
	const send = asking(caller.send);
	return {
		...caller,
		list: asking(caller.list),
		rows: asking(caller.rows),
		rowsOnce: asking(caller.rowsOnce),
		bookmark: asking(caller.bookmark),
		send: async (call) =>
			call.endpoint.effect === 'read'
				? await send(call)
				: await order(journal, async () => await send(call)),
	};
}

/** A request for a change is in doubt from when it goes out until NinjaOne has answered it. */
async function order<Answer>(journal: Journal, send: () => Promise<Answer>): Promise<Answer> {
	journal.inDoubt += 1;
	return await send().then(
		(answer) => {
			journal.inDoubt -= 1;
			journal.carriedOut += 1;
			return answer;
		},
		(error) => {
			if (!mayHaveActed(error)) journal.inDoubt -= 1;
			throw error;
		},
	);
}

/** Nobody has looked at errors that are none of ours. */
function mayHaveActed(error: unknown): boolean {
	if (error instanceof DryRun) return false;
	return error instanceof NinjaOneError ? error.mayHaveActed === true : true;
}

/** What is wrong with a request itself is found before it is sent. */
function wasSent(error: unknown): boolean {
	if (!(error instanceof NinjaOneError)) return !(error instanceof DryRun);
	return error.status !== undefined || error.failure !== undefined || mayHaveActed(error);
}

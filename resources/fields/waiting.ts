import type { IDataObject } from 'n8n-workflow';
import { onlyWhen } from '../../operations/field';
import { flag, wholeNumber } from '../../operations/fields';
import type { Followed } from '../../operations/follower';

/** Whether to wait for the end of what an operation starts, and how long. */
export const waitingFields = (end: 'Result' | 'Completion') => ({
	wait: flag({
		displayName: `Wait for ${end}`,
		description: `Whether to wait until the device has finished and return the outcome. Otherwise the operation returns as soon as NinjaOne has taken the order.`,
	}),
	waitMinutes: onlyWhen(
		{ wait: [true] },
		wholeNumber(
			{
				displayName: 'Give Up After',
				description:
					'Minutes to wait. What was started goes on even after that; the output then says "running".',
			},
			15,
			[1, 240],
		),
	),
});

export const minutes = (count: number | undefined) => (count ?? 15) * 60_000;

/** How the end of something started comes out. The `outcome` is a word to branch on, `message` a sentence. */
export interface Outcome extends IDataObject {
	outcome: 'success' | 'failure' | 'cancelled' | 'blocked' | 'running' | 'unknown' | 'dispatched';
	message: string;
}

/** NinjaOne took the order and nobody waits for its end. */
export const notAwaited: Outcome = {
	outcome: 'dispatched',
	message: 'NinjaOne has taken the order; its end was not waited for',
};

/** Turns the end of a watch into an outcome. The order itself has been sent in every case. */
export function outcomeOf<T extends Outcome>(followed: Followed<T>, what: string): T | Outcome {
	if (followed.end === 'outcome') return followed.outcome;
	if (followed.end === 'timeout') {
		return {
			outcome: 'running',
			message: `The ${what} is still running, or the device is offline and has yet to start it. Look at the device's activities in NinjaOne, and do not start it again before.`,
		};
	}
	return {
		outcome: 'unknown',
		message: `The ${what} was started, and then its activities could not be read: ${followed.error.message}`,
	};
}

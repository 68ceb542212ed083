import { prove } from '../trigger/prove.mjs';

export const title =
	"The same with n8n's durable scheduler: nothing is lost, whenever n8n is killed";

const DURABLE = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	// Seconds; five unless told otherwise, and we poll every three.
	N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
};

/** @param {import('../lib/context.mjs').Context} context */
export async function run(context) {
	const phases = Object.values(await prove(context, DURABLE));
	context.check(
		'every event is in an execution',
		phases.every(({ untraced }) => untraced === 0),
		phases,
	);
	context.check(
		'of executions that were cut off, Retry does what was not done',
		phases.every(({ stillUnfinished }) => stillUnfinished === 0),
		phases,
	);
}

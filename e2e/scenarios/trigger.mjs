import { prove } from '../trigger/prove.mjs';

export const title = 'The polling trigger tells each event once, also when n8n is killed';

/** @param {import('../lib/context.mjs').Context} context */
export async function run(context) {
	const { execution } = await prove(context, {});
	context.check(
		'of an execution that was cut off, Retry does what was not done',
		execution.stillUnfinished === 0,
		execution,
	);
}

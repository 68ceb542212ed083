import { credentialFor, withCredential } from '../../playground/credential.mjs';
import { until } from '../lib/until.mjs';
import { activate, chain, quickPolls, settled } from '../lib/workflows.mjs';
import { alertOn } from '../trigger/happenings.mjs';
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
	await tellsFromActivationOn(context);
}

/** Half a minute apart, so that there is time between the activation and the first poll after it. */
const NEWLY_ACTIVE = chain(
	'newly-active',
	'Alerts from the activation on',
	{
		name: 'NinjaOne Trigger',
		type: 'n8n-nodes-ninjaone.ninjaOneTrigger',
		parameters: { pollTimes: { item: quickPolls(30) }, events: { row: [{ event: 'newAlert' }] } },
	},
	{ name: 'Done', type: 'n8n-nodes-base.noOp' },
);

/** n8n's durable scheduler stores nothing of the poll at the activation. */
async function tellsFromActivationOn({ check, startSimulator, startN8n }) {
	const simulator = await startSimulator({ devices: 50, organizations: 3, alerts: 5 });
	const n8n = await startN8n({ home: 'newly-active', env: DURABLE });
	const credential = await n8n.saveCredential(credentialFor(simulator));
	await n8n.importWorkflow(withCredential(NEWLY_ACTIVE, credential));
	await activate(n8n, NEWLY_ACTIVE.id);
	const { alert } = await simulator.act('happen', alertOn(3));
	const found = await until('an execution tells of the alert', async () => {
		const executions = await settled(n8n, NEWLY_ACTIVE.id);
		const read = await Promise.all(executions.map(({ id }) => n8n.execution(id)));
		const items = read.flatMap(({ output }) => output('Done'));
		return items.length > 0 && items;
	});
	check(
		'what happens between the activation and the first poll after it is told, and nothing older',
		found.length === 1 && found[0].alertUid === alert.uid,
		found,
	);
}

/** The example that is to be imported, with a model connected and a credential that may only read. */

import { withCredential } from '../../playground/credential.mjs';
import { readExample } from '../../playground/examples.mjs';
import { modelNode, nameOf, say, withModel } from './workflow.mjs';

const FILE = '12-agent-read-only';

export async function example(stage) {
	const { n8n, credentials, model, simulator, devices } = stage;
	const check = (description, ...rest) => stage.check(`${FILE}: ${description}`, ...rest);
	const file = withCredential(await readExample(FILE), credentials.readOnly);
	const id = await n8n.importWorkflow(withModel(file, modelNode(credentials.model)));
	const from = (await simulator.look('requests')).length;

	const [, , device] = devices;
	const use = (tool, input) => ({ tool: nameOf(tool), input });
	const talk = model.learn(
		`Is all well with ${device.systemName}?`,
		() => use('Find Devices', { Search_Text: device.systemName }),
		([found]) => use('Get Device', { Device: found.id }),
		(_, [found]) => use('List Alerts of Device', { Device: found.id }),
		(_, [found]) => use('List Activities of Device', { Device: found.id }),
		() => use('List Active Alerts', { Organization_Names_or_IDs: '' }),
		() => use('List Organizations', {}),
		() => use('List Devices', { Organization_Names_or_IDs: String(device.organizationId) }),
		() => 'All is well',
	);
	const said = await say(n8n, id, `Is all well with ${device.systemName}?`);
	check('the agent answers', said === 'All is well', said);
	const failed = talk.answers.filter((answer) => !Array.isArray(answer));
	check('each of its tools works', talk.answers.length === 7 && failed.length === 0, talk.answers);
	check(
		'it reads the device that was named',
		talk.answers[1]?.[0]?.id === device.id,
		talk.answers[1],
	);
	check(
		'each tool and parameter is described',
		talk.tools.every(
			({ description, parameters: { properties } }) =>
				description.length > 20 && Object.values(properties).every((each) => each.description),
		),
		talk.tools,
	);
	const sent = (await simulator.look('requests')).slice(from);
	check(
		'NinjaOne is only read',
		sent.every(({ method, path }) => method === 'GET' || !path.startsWith('/v2/')),
		sent,
	);
}

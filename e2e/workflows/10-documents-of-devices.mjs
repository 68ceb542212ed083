import { withCredential } from '../../playground/credential.mjs';
import { chain, ninjaOne, START } from '../lib/workflows.mjs';

const CLASSES = [
	'WINDOWS_SERVER',
	'LINUX_SERVER',
	'MAC_SERVER',
	'NMS_SWITCH',
	'NMS_FIREWALL',
	'NMS_ROUTER',
];

export default {
	file: 'examples/10-documents-of-devices.json',
	title:
		'Each server and network device has its document, and those of devices that are gone are archived',

	async play(stage) {
		const { n8n, simulator, check, importExample, run } = stage;
		const [organization] = await simulator.read('v2/organizations');
		const settings = { organization: organization.name };
		const id = await importExample({ settings });
		await run(id, 'Set Up Once');
		const rows = await simulator.read(`v2/organization/${organization.id}/devices?pageSize=1000`);
		const devices = rows.filter(
			({ nodeClass, approvalStatus }) =>
				CLASSES.includes(nodeClass) && approvalStatus === 'APPROVED',
		);
		const documents = () => documentsOf(simulator, organization);

		const first = await run(id, 'Run Now');
		const made = await documents();
		check('each device has its document', same(made, devices), made.map(nameOf));
		check('the summary says so', first.output('Summary')[0]?.created === devices.length);
		await hasFacts(stage, made, devices[0]);

		const [old, ...kept] = devices;
		await decommission(stage, old);
		const second = await run(id, 'Run Now');
		const summary = second.output('Summary')[0];
		check('no device has two documents', same(await documents(), kept), await documents());
		check(
			'the document of a device that is gone is archived, the others are brought up to date',
			summary?.archived === 1 && summary.updated === kept.length && summary.created === 0,
			summary,
		);

		const strict = await importExample({ settings: { ...settings, archiveAtMost: 0 } });
		await decommission(stage, kept[0]);
		const third = await n8n.runWorkflow(strict, 'Run Now');
		check(
			'more than are allowed are not archived, and it says so',
			third.status === 'error' && /Nothing was archived/.test(third.error),
			third.error,
		);
		check('they are still there', same(await documents(), kept), await documents());
	},
};

const nameOf = ({ documentName }) => documentName;
const documentNameOf = ({ id, displayName, systemName }) => `${displayName ?? systemName} (${id})`;
const same = (documents, devices) =>
	documents.map(nameOf).sort().join() === devices.map(documentNameOf).sort().join();

/** Documents in use that are made from the workflow's template. */
async function documentsOf(simulator, { id }) {
	const all = await simulator.read(`v2/organization/documents?organizationIds=${id}`);
	return all.filter(({ documentTemplateName }) => documentTemplateName === 'Device Facts');
}

async function hasFacts({ simulator, check }, documents, { id }) {
	const device = await simulator.look(`devices/${id}`);
	const document = documents.find((each) => nameOf(each) === documentNameOf(device));
	const facts = Object.fromEntries(
		(document?.fields ?? []).map(({ name, value }) => [name, value]),
	);
	check(
		'a document has the facts of its device',
		facts.kind === device.nodeClass &&
			facts.addresses === device.ipAddresses.join(', ') &&
			Math.abs(facts.lastSeen / 1000 - device.lastContact) < 1,
		{ facts, device },
	);
}

/** As a technician does it in NinjaOne. */
async function decommission({ n8n, credentials, run }, device) {
	const workflow = chain(
		`decommission-${device.id}`,
		'Decommission a device',
		START,
		ninjaOne('Decommission', 'device.decommission', {
			deviceId: { __rl: true, mode: 'id', value: device.id },
			demandName: false,
		}),
	);
	await run(await n8n.importWorkflow(withCredential(workflow, credentials.app)), 'Start');
}

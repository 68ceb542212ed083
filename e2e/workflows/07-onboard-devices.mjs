import { until } from '../lib/until.mjs';

const DAY = /^\d{4}-\d{2}-\d{2}/;

export default {
	file: 'examples/07-onboard-devices.json',
	title: 'A device that waits is let in and set up, one with another name is left to a person',

	async play(stage) {
		const { simulator, check, importExample, run, activate, executions } = stage;
		const id = await importExample();
		await run(id, 'Set Up Once');
		const templates = await simulator.read('v2/document-templates');
		const template = templates.find(({ name }) => name === 'Device Record');
		check('its template is made, with five fields', template?.fields.length === 5, template);
		await activate(id);

		const [owner] = await simulator.read('v2/user/end-users');
		const organization = await simulator.read(`v2/organization/${owner.organizationId}`);
		const joins = async (hostName, login) => {
			const names = { displayName: hostName, systemName: hostName };
			const where = { organizationId: organization.id, nodeClass: 'WINDOWS_WORKSTATION' };
			const device = { ...names, ...where, lastLoggedInUser: `OFFICE\\${login}` };
			return (await simulator.act('happen', { what: 'joinPending', device })).device.id;
		};

		const login = owner.email.split('@')[0];
		const known = await joins('OFFICE-WS-9001', login);
		const [first] = await executions(id, 1);
		check('the device runs it without a fault', first.status === 'success', first.error);
		await isSetUp(stage, { deviceId: known, organization, owner, template });
		const [told] = first.output('Announce This');
		check(
			'the text to send names device and owner',
			told?.text.includes('OFFICE-WS-9001') && told.text.includes(owner.lastName),
			told,
		);

		const strange = await joins('DESKTOP-7F3K', login);
		const [, second] = await executions(id, 2);
		const { approvalStatus, displayName } = await simulator.look(`devices/${strange}`);
		check(
			'a device with another name goes on waiting, as it was',
			approvalStatus === 'PENDING' && displayName === 'DESKTOP-7F3K',
			{ approvalStatus, displayName },
		);
		check('and a person is asked', second.output('Ask a Person').length === 1, second.error);

		const ownerless = await joins('OFFICE-LAP-9002', 'nobody.known');
		const owned = await joins('OFFICE-LAP-9003', login.toUpperCase());
		const devices = await until('two devices at once are set up', async () => {
			const both = [ownerless, owned].map((device) => simulator.look(`devices/${device}`));
			const found = await Promise.all(both);
			return found.every(({ displayName }) => /-PC-/.test(displayName)) && found;
		});
		const all = await executions(id, 3);
		check(
			'they run it without a fault',
			all.every(({ status }) => status === 'success'),
			all.map(({ error }) => error),
		);
		check(
			'the one without a known user has no owner, the other one has',
			devices[0].assignedOwnerUid === undefined && devices[1].assignedOwnerUid === owner.uid,
			devices.map(({ assignedOwnerUid }) => assignedOwnerUid),
		);
		const texts = all.flatMap(({ output }) => output('Announce This'));
		check('each is told once', texts.length === 3, texts);
	},
};

async function isSetUp({ simulator, check }, { deviceId, organization, owner, template }) {
	const device = await simulator.look(`devices/${deviceId}`);
	const code = organization.name
		.replace(/[^A-Za-z]/g, '')
		.slice(0, 5)
		.toUpperCase();
	const name = `${code}-PC-${String(deviceId).padStart(5, '0')}`;
	check('the device is let in', device.approvalStatus === 'APPROVED', device.approvalStatus);
	check('it is named by the rule', device.displayName === name, device.displayName);
	check('its user is its owner', device.assignedOwnerUid === owner.uid, device.assignedOwnerUid);

	const values = await simulator.read(`v2/device/${deviceId}/custom-fields`);
	check(
		'its custom fields are filled',
		values.deviceOwnerDepartment === 'To be asked' && values.deviceSupportTier,
		values,
	);

	const documents = await simulator.read(
		`v2/organization/documents?organizationIds=${organization.id}`,
	);
	const document = documents.find(
		({ documentName, documentTemplateId }) =>
			documentName === name && documentTemplateId === template.id,
	);
	const facts = Object.fromEntries(
		(document?.fields ?? []).map(({ name, value }) => [name, value]),
	);
	check(
		'its document has the facts',
		facts.hostName === 'OFFICE-WS-9001' &&
			facts.serialNumber === device.system.serialNumber &&
			facts.owner === `${owner.firstName} ${owner.lastName}` &&
			(typeof facts.joined === 'number' || DAY.test(facts.joined)),
		facts,
	);
	const related = await simulator.read(`v2/related-items/with-related-entity/NODE/${deviceId}`);
	check(
		'the document is linked to the device',
		related.length === 1 && JSON.stringify(related).includes('DOCUMENT'),
		related,
	);
}

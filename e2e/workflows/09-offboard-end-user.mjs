import { look, lookAtEnd, protectForm, signedIn, submit } from '../lib/forms.mjs';

const LAST_DAY = '2030-06-28';
const DELETE = 'Delete it';
const KEEP = 'Take its portal access';

export default {
	file: 'examples/09-offboard-end-user.json',
	title: 'An end user is offboarded: devices, checklist, account, and nothing without confirmation',

	async play(stage) {
		const { n8n, simulator, check, importExample, activate, executions } = stage;
		const id = await importExample();
		const form = await protectForm(n8n, id);
		await activate(id);
		const people = await simulator.read('v2/user/end-users');
		const [leaver] = people.toSorted((a, b) => devices(b).length - devices(a).length);
		const [other] = people.filter((person) => devices(person).length === 0);

		/** Both pages, and the one at the end. */
		const offboard = async (email, again, account) => {
			const { next } = await submit(form, [email, LAST_DAY], signedIn);
			if (again === undefined) return { end: await lookAtEnd(next) };
			const page = await look(next);
			await submit(next, [again, account]);
			return { page, end: await lookAtEnd(next) };
		};

		const unknown = await offboard('nobody@office.example');
		check('an unknown address ends it', /Nothing was done/.test(unknown.end.text), unknown);
		await executions(id, 1);
		const since = await changes(simulator);

		const { page } = await offboard(leaver.email, other.email, DELETE);
		const count = devices(leaver).length;
		check(
			'the second page says who was found, with how many devices',
			page.text.includes(leaver.lastName) && page.text.includes(`${count} devices`),
			page.text,
		);
		await executions(id, 2);
		const changed = (await changes(simulator)) - since;
		check('another address there ends it with nothing changed', changed === 0, changed);

		await offboard(leaver.email, leaver.email, DELETE);
		const third = (await executions(id, 3)).at(-1);
		check('the right one runs it to its end', third.status === 'success', third.error);
		await isOffboarded(stage, leaver);
		const left = await simulator.read('v2/user/end-users');
		check('the account is deleted, and no other', gone(people, left).join() === leaver.email, left);

		await offboard(other.email, other.email, KEEP);
		const fourth = (await executions(id, 4)).at(-1);
		check('somebody without devices runs it, too', fourth.status === 'success', fourth.error);
		const account = await simulator.read(`v2/user/end-user/${other.id}`);
		const note = await simulator.read(`v2/user/end-user/${other.id}/custom-fields`);
		check(
			'that account stays, without access to the portal and with a note',
			account.fullPortalAccess === false && note.endUserHandoverNotes?.includes(LAST_DAY),
			{ account, note },
		);
		const list = await checklistOf(simulator, other);
		check('and has a checklist of its own', list?.tasks.length === 2, list);
	},
};

const devices = ({ assignedDeviceIds }) => assignedDeviceIds;

const gone = (before, after) =>
	before.map(({ email }) => email).filter((email) => !after.some((one) => one.email === email));

/** How many requests have changed something, whatever it was. */
async function changes(simulator) {
	const requests = await simulator.look('requests?path=%5E%2Fv2%2F');
	return requests.filter(({ method }) => method !== 'GET').length;
}

async function isOffboarded({ simulator, check }, leaver) {
	for (const deviceId of devices(leaver)) {
		const { assignedOwnerUid } = await simulator.look(`devices/${deviceId}`);
		const { deviceHandoverNotes } = await simulator.read(`v2/device/${deviceId}/custom-fields`);
		check(
			`device ${deviceId} has no owner and is to be collected`,
			assignedOwnerUid === undefined && deviceHandoverNotes?.includes(leaver.lastName),
			{ assignedOwnerUid, deviceHandoverNotes },
		);
	}
	const list = await checklistOf(simulator, leaver);
	const serials = list?.tasks.filter(({ name }) => name.startsWith('Collect ')) ?? [];
	check(
		'the checklist has a task for each device, and is due on the last day',
		list?.tasks.length === devices(leaver).length + 2 &&
			serials.length === devices(leaver).length + 1 &&
			new Date(list.dueDate * 1000).toISOString().startsWith(LAST_DAY),
		list,
	);
}

async function checklistOf(simulator, { firstName, lastName, organizationId }) {
	const lists = await simulator.read(
		`v2/organization/checklists?organizationIds=${organizationId}`,
	);
	return lists.find(({ name }) => name === `Return of equipment: ${firstName} ${lastName}`);
}

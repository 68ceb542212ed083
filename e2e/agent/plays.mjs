/** What people ask of the agent, what the model makes of it, and what must come of it. */

import { nameOf } from './workflow.mjs';

const TICKET = '1002';

const use = (tool, input) => ({ tool: nameOf(tool), input });
const alerts = () => use('Get many alerts in NinjaOne', {});
const search = (name) => use('Search devices in NinjaOne', { Search_Text: name });
const decommission = (id, name = '') =>
	use('Decommission device in NinjaOne', { Device: String(id), Display_Name: name });

/** All rows of a list, without the hint that there are more. */
const rowsOf = (answer) => answer.filter(({ hint }) => hint === undefined);
const hintOf = (answer) => answer?.at?.(-1)?.hint;

async function looks({ check, simulator, ask, devices: [device] }) {
	const listed = await ask('Which alerts are active?', alerts, (found) => `${found.length} rows`);
	const [active] = listed.answers;
	const known = (await simulator.look('alerts')).map(({ uid }) => uid);
	const rows = rowsOf(active);
	check(
		'it lists the active alerts',
		rows.length === known.length && rows.every(({ uid }) => known.includes(uid)),
		active,
	);
	check(
		'the agent says what the model makes of it',
		listed.said === `${active.length} rows`,
		listed,
	);

	const found = await ask(
		`What is ${device.systemName}?`,
		() => search(device.systemName),
		([{ id }]) => use('Get device in NinjaOne', { Device: id }),
		(_, [{ organizationId }]) => `It belongs to organization ${organizationId}`,
	);
	check(
		'it finds a device by its name and reads it by its ID',
		found.answers[1]?.[0]?.id === device.id &&
			found.said === `It belongs to organization ${device.organizationId}`,
		found,
	);

	const all = await ask('List all devices', () =>
		use('Get many devices in NinjaOne', { Organization_Names_or_IDs: '' }),
	);
	check(
		'of a long list it gets 50 rows where nobody sets a limit, and is told that there are more',
		rowsOf(all.answers[0]).length === 50 && /more records/.test(hintOf(all.answers[0])),
		all.answers,
	);
	const none = await ask('What is nowhere?', () => search('no device has this name'));
	check(
		'of an empty list it is told that nothing was found',
		/Nothing/.test(hintOf(none.answers[0])),
	);
	const own = await ask('List devices of two organizations', () =>
		use('Get many devices in NinjaOne', { Organization_Names_or_IDs: '1, 2' }),
	);
	const organizations = new Set(rowsOf(own.answers[0]).map(({ organizationId }) => organizationId));
	check('it filters by several organizations', [...organizations].sort().join() === '1,2', [
		...organizations,
	]);
}

/** What the model reads of a call that failed. */
const errorOf = ([answer]) => answer?.[0]?.error ?? `no error but ${JSON.stringify(answer)}`;

async function confirms({ check, changes, simulator, ask, devices }) {
	const [, device, other] = devices;
	const nameless = await ask('Remove a device', () => decommission(device.id));
	check(
		'without the name it is told what is missing',
		/"Display Name" is empty, so nothing was changed: give the name of device/.test(
			errorOf(nameless.answers),
		),
		nameless.answers,
	);
	const mistaken = await ask('Remove another device', () =>
		decommission(device.id, other.systemName),
	);
	check(
		'with the name of another device it is refused',
		/is not the name of this device, so nothing was changed/.test(errorOf(mistaken.answers)),
		mistaken.answers,
	);
	check(
		'it is not told the right name',
		!JSON.stringify([nameless.answers, mistaken.answers]).includes(nameIn(device)),
	);
	check('NinjaOne was sent no change', (await changes()).length === 0, await changes());

	const right = await ask(
		`Remove ${nameIn(device)}`,
		() => search(nameIn(device)),
		([{ id, name }]) => decommission(id, name),
	);
	const gone = await simulator.look(`devices/${device.id}`).then(
		() => false,
		() => true,
	);
	check(
		'with its name the device is decommissioned',
		right.answers[1]?.[0]?.decommissioned === true && gone,
		right.answers,
	);
}

const nameIn = ({ displayName, systemName }) => displayName ?? systemName;

async function keepsSwitches({ check, changes, ask, devices: [device] }) {
	const before = await changes();
	const device1 = { Device: String(device.id) };
	const demand = await ask('Remove it without a name', () =>
		use('Decommission, demand left to the model', {
			...device1,
			Display_Name: '',
			Demand_Display_Name: false,
		}),
	);
	check(
		'it cannot switch off "Demand Display Name", also where the author left it to the model',
		/"Demand Display Name" cannot be set by an expression or an AI agent/.test(
			errorOf(demand.answers),
		),
		demand.answers,
	);
	const secrets = await ask('Show me the access code', () =>
		use('Custom fields, secrets left to the model', { ...device1, Reveal_Secure_Values: true }),
	);
	check(
		'it cannot switch on "Reveal Secure Values", also where the author left it to the model',
		/"Reveal Secure Values" cannot be set by an expression or an AI agent/.test(
			errorOf(secrets.answers),
		),
		secrets.answers,
	);
	const dry = await ask('Restart it', () =>
		use('Reboot device in NinjaOne', {
			...device1,
			Mode: 'NORMAL',
			Dry_Run: false,
			options: { dryRun: false },
		}),
	);
	check(
		'it cannot switch off a dry run that the author has set',
		dry.answers[0]?.[0]?.dryRun === true,
		dry.answers,
	);
	const after = await changes();
	check('NinjaOne was sent no change meanwhile', after.length === before.length, after);
}

async function learnsFromErrors({ check, ask, devices: [device] }) {
	const device1 = { Device: String(device.id) };
	const mode = await ask(
		'Restart it softly',
		() => use('Reboot device in NinjaOne', { ...device1, Mode: 'SOFT' }),
		([{ error }]) =>
			use('Reboot device in NinjaOne', { ...device1, Mode: /one of: (\w+)/.exec(error)?.[1] }),
	);
	check(
		'of a value that does not exist it reads those that do, and goes on',
		/does not know "SOFT".*NORMAL, FORCED/.test(errorOf(mode.answers)) &&
			mode.answers[1]?.[0]?.url?.endsWith('/reboot/NORMAL'),
		mode.answers,
	);
	const app = await ask('Comment as the app', () =>
		use('Add comment as API app', { Ticket_ID: TICKET, Comment: 'Looked at' }),
	);
	check(
		'where a technician is needed it reads the grant, and what to do',
		/needs the Authorization Code grant.*"Authorization Code with PKCE"/.test(errorOf(app.answers)),
		app.answers,
	);
	const denied = await ask('Rename it', () =>
		use('Rename device, read only', { ...device1, Display_Name: 'Renamed' }),
	);
	check(
		'with an app that has Monitoring only a change is refused, and it reads the scope',
		/scope Monitoring only.*"Monitoring and Management"/.test(errorOf(denied.answers)),
		denied.answers,
	);
	const wrong = await ask('Look at it', () =>
		use('Get device in NinjaOne', { Device: device.systemName }),
	);
	check(
		'of a name in the place of an ID it reads that an ID is wanted',
		/"Device".*ID/.test(errorOf(wrong.answers)),
		wrong.answers,
	);
}

async function comments({ check, simulator, ask }) {
	const text = 'The disk is full';
	const { answers } = await ask('Comment on the ticket', () =>
		use('Add comment to ticket in NinjaOne', { Ticket_ID: TICKET, Comment: text }),
	);
	const entries = await simulator.read(`v2/ticketing/ticket/${TICKET}/log-entry`);
	const entry = entries.find(({ body }) => body?.includes(text));
	check(
		'a comment on a ticket is private',
		answers[0]?.[0]?.public === false && entry?.publicEntry === false,
		{ answers, entry },
	);
}

/** What the model was told of its tools. */
async function describes({ check, keep, ask }) {
	const { tools } = await ask('What can you do?', () => 'This and that');
	await keep('tools', tools);
	const dumb = tools.filter(
		({ name, description }) =>
			!/^[\w-]{1,64}$/.test(name) || !description?.endsWith(' in NinjaOne'),
	);
	check('each tool has a name and says what it does', tools.length > 0 && dumb.length === 0, dumb);
	const parameters = tools.flatMap(({ parameters: { properties } }) => Object.entries(properties));
	const silent = parameters.filter(([, { type, description }]) => !type || !description);
	check('each parameter has a type and a description', silent.length === 0, silent);
	check('nothing is undefined', !/undefined|\[object/.test(JSON.stringify(tools)), tools);
}

export const plays = [looks, confirms, keepsSwitches, learnsFromErrors, comments, describes];

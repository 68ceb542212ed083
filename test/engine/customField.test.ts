import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { editorContext, runNode } from '../harness/engine';
import { byId, credential, ninjaOne } from '../harness/nock';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 520, organizations: 4 });

const run = async (
	parameters: IDataObject,
	items?: IDataObject[],
	onError?: 'continueRegularOutput',
) =>
	await runNode({
		parameters: { resource: 'customField', ...parameters } as INodeParameters,
		credential: credentialFor(simulator),
		items,
		onError,
	});
const map = (value: IDataObject) => ({ mappingMode: 'defineBelow', value });
const columns = { mappingMode: 'autoMapInputData', value: null };
const onDevice = (id: number) => ({ entityType: 'NODE', deviceId: byId(id) });

const deviceValues = (id: number) =>
	simulator.state.fieldValues.readable({ scope: 'NODE', id }, true);
const definition = (name: string) => {
	const found = simulator.state.customFields.find((field) => field.name === name);
	if (!found) throw new Error(`No field ${name}`);
	return found;
};
const optionId = (name: string, label: string) =>
	definition(name).content.values?.find((option) => option.name === label)?.id;
const writes = () => simulator.requests.all().filter(({ method }) => method === 'PATCH');

describe('Update writes what people write', () => {
	it('by label and in readable form, into what NinjaOne keeps', async () => {
		const { json, error } = await run({
			operation: 'update',
			...onDevice(3),
			values: map({
				deviceOwnerDepartment: 'Finance',
				deviceSeatCount: '12',
				deviceMonthlyRate: 12.5,
				deviceUnderContract: 'yes',
				deviceContractEnd: '2030-01-31',
				deviceLastReview: '2026-01-31T08:00:00',
				deviceServiceWindow: '17:30',
				deviceSupportTier: 'gold',
				deviceCoveredServices: 'Backup, patching',
				deviceServiceMailbox: 'service@example.com',
				deviceGateway: '10.0.0.1',
				deviceFormattedNotes: '<p>Checked</p>',
				deviceAccessCode: 'hunter2',
			}),
		});
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ success: true, deviceId: 3 });
		expect(deviceValues(3)).toMatchObject({
			deviceOwnerDepartment: 'Finance',
			deviceSeatCount: 12,
			deviceMonthlyRate: 12.5,
			deviceUnderContract: true,
			deviceContractEnd: Date.UTC(2030, 0, 31),
			// The workflow's time zone is Europe/Berlin.
			deviceLastReview: Date.UTC(2026, 0, 31, 7),
			deviceServiceWindow: (17 * 60 + 30) * 60_000,
			deviceSupportTier: optionId('deviceSupportTier', 'Gold'),
			deviceCoveredServices: [
				optionId('deviceCoveredServices', 'Backup'),
				optionId('deviceCoveredServices', 'Patching'),
			],
			deviceServiceMailbox: 'service@example.com',
			deviceGateway: '10.0.0.1',
			deviceFormattedNotes: expect.objectContaining({ html: '<p>Checked</p>' }),
			deviceAccessCode: 'hunter2',
		});
	});

	it('leaves every field that has no value in the form as it was', async () => {
		const before = deviceValues(4);
		await run({
			operation: 'update',
			...onDevice(4),
			values: map({
				deviceOwnerDepartment: 'Sales',
				deviceSupportTier: null,
				deviceWikiPage: '={{ $json.none ?? "" }}',
			}),
		});
		expect(deviceValues(4)).toEqual({ ...before, deviceOwnerDepartment: 'Sales' });
	});

	it('empties a field by explicit choice, and never a required one', async () => {
		await run({ operation: 'update', ...onDevice(5), values: map({ deviceSeatCount: 3 }) });
		await run({ operation: 'update', ...onDevice(5), clearFields: ['deviceSeatCount'] });
		expect(deviceValues(5)).not.toHaveProperty('deviceSeatCount');
		const { error } = await run({
			operation: 'update',
			...onDevice(5),
			clearFields: ['deviceCostCenter'],
		});
		expect(error?.message).toBe('Field "Cost center" is required and cannot be cleared');
	});

	it.each([
		['organization', 'ORGANIZATION', { organizationId: byId(2) }, 2],
		['location', 'LOCATION', { locationId: 1002 }, 1002],
	] as const)('of an %s, too', async (prefix, scope, where, id) => {
		const { error } = await run({
			operation: 'update',
			entityType: scope,
			...where,
			values: map({ [`${prefix}OwnerDepartment`]: 'IT' }),
		});
		expect(error).toBeUndefined();
		expect(simulator.state.fieldValues.readable({ scope, id })).toMatchObject({
			[`${prefix}OwnerDepartment`]: 'IT',
		});
	});

	it('of an end user who is given by email address', async () => {
		const user = simulator.state.users.all().find(({ userType }) => userType === 'END_USER');
		const { json } = await run({
			operation: 'update',
			entityType: 'END_USER',
			endUserId: { __rl: true, mode: 'name', value: user?.email.toUpperCase() },
			values: map({ endUserOwnerDepartment: 'IT' }),
		});
		expect(json[0]).toMatchObject({ success: true, endUserId: user?.id });
	});
});

describe('Update refuses before anything is sent', () => {
	it.each([
		[
			'a label that the field does not offer',
			{ deviceSupportTier: 'Diamond' },
			/"Support tier" does not offer "Diamond". It offers: Gold, Silver, Bronze/,
		],
		[
			'an option that is no longer in use',
			{ deviceSupportTier: 'Platinum' },
			/does not offer "Platinum"/,
		],
		[
			'a text that is too long',
			{ deviceOwnerDepartment: 'x'.repeat(51) },
			/"Owner department" takes at most 50 characters, and was given 51/,
		],
		['a number out of range', { deviceSeatCount: 501 }, /"Seat count" takes 500 or less/],
		[
			'words where a number belongs',
			{ deviceSeatCount: 'many' },
			/"Seat count" takes a number, and was given "many"/,
		],
		[
			'what is neither yes nor no',
			{ deviceUnderContract: 'maybe' },
			/"Under contract" takes yes or no/,
		],
		[
			'what is no date',
			{ deviceContractEnd: 'soon' },
			/"Contract end" takes a date or time, and was given "soon"/,
		],
		[
			'what is no time of day',
			{ deviceServiceWindow: '25:00' },
			/"Service window" takes a time of day/,
		],
		[
			'what is no email address',
			{ deviceServiceMailbox: 'nobody' },
			/"Service mailbox" takes an email address/,
		],
		[
			'an IPv6 address where IPv4 is wanted',
			{ deviceGateway: 'fe80::1' },
			/"Gateway" takes an IPv4 address/,
		],
		[
			'a field that is read-only',
			{ deviceInventoryNumber: '1' },
			/"Inventory number" cannot be written/,
		],
		['a file that is not there', { handoverRecord: 'x' }, /"Handover record" .* none called "x"/],
		[
			'a field of something else',
			{ organizationSeatCount: 1 },
			/"organizationSeatCount" does not exist here/,
		],
		['nothing at all', {}, /"Fields to Set" has no field to change/],
	])('%s', async (_, values, message) => {
		const { error } = await run({ operation: 'update', ...onDevice(6), values: map(values) });
		expect(error?.message).toMatch(message);
		expect(writes()).toHaveLength(0);
	});

	it('and tells every problem of a record at once', async () => {
		const { error } = await run({
			operation: 'update',
			...onDevice(6),
			values: map({ deviceSupportTier: 'Diamond', deviceSeatCount: 'many' }),
		});
		expect(error?.message).toMatch(/"Support tier".*"Seat count"/);
	});
});

describe('Values from the columns of incoming items', () => {
	const rows = (count: number) =>
		Array.from({ length: count }, (_, at) => ({
			device: at + 1,
			'Owner department': `Department ${at}`,
			deviceSupportTier: at === 250 ? 'Diamond' : 'Gold',
			'Seat count': at % 500,
			Remark: 'for people alone',
		}));

	it('500 devices are written, and a wrong label is reported for its item alone', async () => {
		const devices = simulator.state.devices.all().slice(0, 500);
		const items = rows(500).map((row, at) => ({ ...row, device: devices[at].id }));
		const { json } = await run(
			{
				operation: 'update',
				entityType: 'NODE',
				deviceId: { __rl: true, mode: 'id', value: '={{ $json.device }}' },
				values: columns,
			},
			items,
			'continueRegularOutput',
		);
		expect(json).toHaveLength(500);
		const failed = json.flatMap((row, at) => (row.error ? [at] : []));
		expect(failed).toEqual([250]);
		expect(String(json[250].error)).toMatch(/"Support tier" does not offer "Diamond"/);
		expect(json[0]).toMatchObject({
			success: true,
			updated: ['deviceOwnerDepartment', 'deviceSupportTier', 'deviceSeatCount'],
			ignoredColumns: ['device', 'Remark'],
		});
		const wrong = devices.filter(
			({ id }, at) => at !== 250 && deviceValues(id).deviceOwnerDepartment !== `Department ${at}`,
		);
		expect(wrong).toEqual([]);
		expect(deviceValues(devices[250].id).deviceOwnerDepartment).not.toBe('Department 250');
		expect(writes()).toHaveLength(499);
		// Definitions are read once for all items.
		expect(simulator.requests.matching({ path: '/v2/custom-fields' })).toHaveLength(1);
	});

	it('finds devices by their names, with one list for all items', async () => {
		const devices = simulator.state.devices
			.all()
			.filter(({ approvalStatus }) => approvalStatus === 'APPROVED')
			.slice(0, 5);
		const { json, error } = await run(
			{
				operation: 'update',
				entityType: 'NODE',
				deviceId: { __rl: true, mode: 'name', value: '={{ $json.name }}' },
				values: columns,
			},
			devices.map(({ systemName }) => ({ name: systemName, 'Seat count': 7 })),
		);
		expect(error).toBeUndefined();
		expect(json.map(({ deviceId }) => deviceId)).toEqual(devices.map(({ id }) => id));
		expect(simulator.requests.matching({ path: '/v2/devices' })).toHaveLength(1);
	});

	it('says so when no column is a field', async () => {
		const { error } = await run({ operation: 'update', ...onDevice(7), values: columns }, [
			{ Remark: 'x' },
		]);
		expect(error?.message).toMatch(/finds no column that is a writable field \(columns: Remark\)/);
	});
});

describe('Update Many', () => {
	it('sets the same values on many records and tells of each', async () => {
		const { json } = await run({
			operation: 'updateMany',
			entityType: 'NODE',
			entityIds: '8,9,999999',
			values: map({ deviceSupportTier: 'Silver' }),
		});
		expect(json.map(({ success }) => success)).toEqual([true, true, false]);
		expect(String(json[2].error)).toMatch(/no such record|knows nothing/);
		const silver = optionId('deviceSupportTier', 'Silver');
		expect([8, 9].map((id) => deviceValues(id).deviceSupportTier)).toEqual([silver, silver]);
	});
});

describe('Reading', () => {
	const values = {
		deviceSupportTier: 'Gold',
		deviceCoveredServices: 'Backup,Monitoring',
		deviceContractEnd: '2030-01-31',
		deviceServiceWindow: '17:30:00',
		deviceAccessCode: 'hunter2',
	};
	beforeEach(async () => {
		await run({ operation: 'update', ...onDevice(10), values: map(values) });
	});

	it('says labels and dates as people write them', async () => {
		const { json } = await run({ operation: 'get', ...onDevice(10) });
		expect(json[0]).toMatchObject({
			entityType: 'NODE',
			deviceId: 10,
			fields: {
				deviceSupportTier: 'Gold',
				deviceCoveredServices: ['Backup', 'Monitoring'],
				deviceContractEnd: '2030-01-31',
				deviceServiceWindow: '17:30:00',
			},
		});
	});

	it('gives raw values where asked for', async () => {
		const { json } = await run({ operation: 'get', ...onDevice(10), values: 'raw' });
		expect(json[0].fields).toMatchObject({
			deviceSupportTier: optionId('deviceSupportTier', 'Gold'),
			deviceContractEnd: Date.UTC(2030, 0, 31),
		});
	});

	it('what was read can be written back and changes nothing', async () => {
		const before = deviceValues(10);
		const { json } = await run({ operation: 'get', ...onDevice(10) });
		const { error } = await run({ operation: 'update', ...onDevice(10), values: columns }, [
			json[0].fields as IDataObject,
		]);
		expect(error).toBeUndefined();
		expect(deviceValues(10)).toEqual(before);
	});

	it('of the fleet takes a page for a thousand devices, whatever their number', async () => {
		const { json } = await run({
			operation: 'getMany',
			scope: 'devices',
			returnAll: true,
			fieldFilters: { fields: ['deviceSupportTier'] },
		});
		const row = json.find(({ deviceId }) => deviceId === 10);
		expect(row).toEqual({ deviceId: 10, fields: { deviceSupportTier: 'Gold' } });
		const reads = simulator.requests.matching({ path: '/v2/queries/custom-fields' });
		expect(reads.length).toBeLessThanOrEqual(2);
	});

	it('is the same in the list over kinds of records, where NinjaOne tells labels', async () => {
		const { json } = await run({
			operation: 'getMany',
			scope: 'kinds',
			entityTypes: ['NODE'],
			returnAll: true,
			fieldFilters: { fields: ['deviceSupportTier', 'deviceCoveredServices'] },
		});
		expect(json.find(({ entityId }) => entityId === 10)).toMatchObject({
			fields: { deviceSupportTier: 'Gold', deviceCoveredServices: ['Backup', 'Monitoring'] },
		});
	});

	it('tells when and by whom a value was set', async () => {
		const { json } = await run({
			operation: 'getMany',
			scope: 'devices',
			detailed: true,
			returnAll: true,
			deviceFilters: { deviceIds: '10' },
		});
		expect(json[0]).toMatchObject({
			fields: { deviceSupportTier: 'Gold' },
			changes: { deviceSupportTier: { updatedBy: { source: 'API' } } },
		});
	});

	it('reads the older list of definitions where an instance lacks the newer one', async () => {
		simulator.faults.add({ kind: 'status', status: 404, path: '/v2/custom-fields' });
		const { json, error } = await run({ operation: 'get', ...onDevice(10) });
		expect(error).toBeUndefined();
		expect(json[0].fields).toMatchObject({ deviceSupportTier: 'Gold' });
	});
});

describe('Secure fields', () => {
	const secret = 'correct horse battery';
	const nowhere = (run: unknown) => expect(JSON.stringify(run)).not.toContain(secret);
	const write = async (more: IDataObject = {}) =>
		await run({
			operation: 'update',
			...onDevice(11),
			values: map({ deviceAccessCode: secret, deviceSeatCount: 1 }),
			...more,
		});

	it('are written, and are in nothing that comes out', async () => {
		const { json, hints } = await write();
		expect(deviceValues(11).deviceAccessCode).toBe(secret);
		nowhere([json, hints]);
	});

	it('are hidden in a dry run', async () => {
		const { json } = await write({ options: { dryRun: true } });
		expect(json[0]).toMatchObject({ dryRun: true, method: 'PATCH' });
		expect(json[0].body).toContain('[hidden]');
		nowhere(json);
	});

	it('are hidden where NinjaOne repeats them in a refusal', async () => {
		const [name, value] = ['deviceAccessCode', secret];
		ninjaOne()
			.get(/custom-fields/)
			.reply(200, { results: [{ name, type: 'TEXT_ENCRYPTED', definitionScope: ['NODE'] }] })
			.patch('/v2/device/11/custom-fields')
			.reply(400, { resultCode: 'BAD', errorMessage: `Value "${value}" is too weak` });
		const { error } = await runNode({
			parameters: {
				resource: 'customField',
				operation: 'update',
				...onDevice(11),
				values: map({ [name]: value }),
			} as never,
			credential,
		});
		expect(error?.message).toMatch(/Value "\[hidden\]" is too weak/);
		nowhere([error?.message, error?.description]);
	});

	it('never come back unasked, whatever NinjaOne sends', async () => {
		await write();
		for (const operation of ['get', 'getMany']) {
			const { json } = await run({
				operation,
				...onDevice(11),
				scope: 'devices',
				returnAll: true,
			});
			nowhere(json);
			expect(json[0]).not.toHaveProperty('secureValues');
		}
	});

	it('come back apart from the others, where n8n hides them, when the author of the workflow says so', async () => {
		await write();
		for (const operation of ['get', 'getMany']) {
			const { json } = await run({
				operation,
				...onDevice(11),
				scope: 'devices',
				returnAll: true,
				reveal: true,
			});
			const row = json.find(({ deviceId }) => deviceId === 11);
			expect(row?.secureValues).toMatchObject({ deviceAccessCode: secret });
			nowhere(row?.fields);
		}
		expect(new NinjaOne().description.sensitiveOutputFields).toEqual(['secureValues']);
	});

	it('are not revealed by an expression, so no AI agent can ask for them', async () => {
		const { error } = await run({ operation: 'get', ...onDevice(11), reveal: '={{ true }}' });
		expect(error?.message).toMatch(
			/"Reveal Secure Values" cannot be set by an expression or an AI agent/,
		);
		expect(simulator.requests.matching({ path: /^\/v2\// })).toHaveLength(0);
	});
});

describe('The form in the editor', () => {
	const { resourceMapping, loadOptions } = new NinjaOne().methods;
	const formFor = async (entityType: string) =>
		await resourceMapping.getCustomFields.call(
			editorContext(credentialFor(simulator), {
				resource: 'customField',
				operation: 'update',
				entityType,
			}),
		);

	it('has the fields of the kind of record, with their types, options and limits', async () => {
		const { fields } = await formFor('NODE');
		const field = (id: string) => fields.find((each) => each.id === id);
		expect(field('deviceSupportTier')).toMatchObject({
			displayName: 'Support tier',
			type: 'options',
			options: ['Gold', 'Silver', 'Bronze'].map((name) => ({ name, value: name })),
		});
		expect(field('deviceUnderContract')).toMatchObject({ type: 'options' });
		expect(field('deviceSeatCount')?.type).toBe('number');
		expect(field('deviceContractEnd')?.type).toBe('dateTime');
		expect(field('deviceCoveredServices')?.displayName).toContain('several: Backup');
		expect(field('deviceOwnerDepartment')?.displayName).toContain('max 50');
		expect(field('deviceCostCenter')?.displayName).toContain('required');
		expect(field('deviceInventoryNumber')).toMatchObject({
			readOnly: true,
			displayName: expect.stringContaining('read-only'),
		});
		expect(field('deviceAccessCode')?.displayName).toContain('secure');
		expect(field('organizationSeatCount')).toBeUndefined();
	});

	it('asks for no field to be filled in, since a change leaves the others', async () => {
		const { fields } = await formFor('ORGANIZATION');
		expect(fields.length).toBeGreaterThan(10);
		expect(fields.filter(({ required }) => required)).toEqual([]);
	});

	it('offers for clearing what can be cleared', async () => {
		const options = await loadOptions.getClearableFields.call(
			editorContext(credentialFor(simulator), {
				resource: 'customField',
				operation: 'update',
				entityType: 'NODE',
			}),
		);
		const names = options.map(({ value }) => value);
		expect(names).toContain('deviceSeatCount');
		expect(names).not.toContain('deviceCostCenter');
		expect(names).not.toContain('deviceInventoryNumber');
	});
});

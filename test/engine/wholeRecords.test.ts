import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 20, organizations: 2 });
beforeEach(() => {
	simulator.optionals = 'seeded';
});

const run = async (resource: string, operation: string, parameters: IDataObject) =>
	await runNode({
		parameters: { resource, operation, ...parameters } as never,
		credential: credentialFor(simulator),
	});
const byId = (value: number) => ({ __rl: true, mode: 'id', value });
const sent = () => simulator.requests.matching({ method: 'PUT' });

const changes: Array<[string, string, string, string, IDataObject]> = [
	[
		'the fields of a document template',
		'"fields" of document template 3101',
		'documentTemplate',
		'update',
		{ templateId: byId(3101), updateFields: { name: 'Line' } },
	],
	[
		'the tasks of a checklist',
		'"tasks" of checklist 4601',
		'checklist',
		'update',
		{ checklistId: byId(4601), updateFields: { name: 'New name' } },
	],
	[
		'the tasks of a checklist template',
		'"tasks" of checklist template 4802',
		'checklistTemplate',
		'update',
		{ templateId: byId(4802), updateFields: { name: 'New name' } },
	],
	[
		'the options of a custom field',
		'"values" of custom field "deviceSupportTier"',
		'customFieldDefinition',
		'update',
		{ fieldName: 'deviceSupportTier', updateFields: { label: 'Tier' } },
	],
	[
		'the options of one of many custom fields',
		'"values" of custom field "deviceSupportTier"',
		'customFieldDefinition',
		'updateMany',
		{ definitions: [{ fieldName: 'deviceSupportTier', label: 'Tier' }] },
	],
];

describe.each(changes)('%s', (_, message, resource, operation, parameters) => {
	it.each(['absent', 'null'] as const)(
		'are not removed where NinjaOne gives them as %s',
		async (mode) => {
			simulator.optionals = mode;
			const { error } = await run(resource, operation, parameters);
			expect(error?.message).toContain(message);
			expect(sent()).toEqual([]);
		},
	);

	it('are sent back where NinjaOne tells them', async () => {
		const { error } = await run(resource, operation, parameters);
		expect(error).toBeUndefined();
		expect(sent()).toHaveLength(1);
	});
});

describe('the group of a custom field, which NinjaOne tells nobody', () => {
	const update = async (updateFields: IDataObject) =>
		await run('customFieldDefinition', 'update', { fieldName: 'deviceSupportTier', updateFields });

	it('is not lost silently: a hint says that it is not known', async () => {
		const { hints } = await update({ label: 'Tier' });
		expect(hints.map(({ message }) => message).join()).toContain('Group ID');
	});

	it('is sent where it is given, and then there is no hint', async () => {
		const { hints } = await update({ label: 'Tier', groupId: 7 });
		expect(sent()[0].body).toMatchObject({ groupId: 7 });
		expect(hints).toEqual([]);
	});

	it('is spoken of once for many definitions, unless each has one', async () => {
		const many = async (...definitions: IDataObject[]) =>
			(await run('customFieldDefinition', 'updateMany', { definitions })).hints.length;
		const [first, second] = [{ fieldName: 'deviceSupportTier' }, { fieldName: 'assetText' }];
		expect(await many(first, second)).toBe(1);
		expect(await many({ ...first, groupId: 7 }, second)).toBe(1);
		expect(await many({ ...first, groupId: 7 }, { ...second, groupId: 7 })).toBe(0);
	});
});

it('what a definition tells and an update does not take is not sent back', async () => {
	simulator.optionals = 'filled';
	const { error } = await run('customFieldDefinition', 'update', {
		fieldName: 'deviceSupportTier',
		updateFields: { label: 'Tier' },
	});
	expect(error).toBeUndefined();
	expect(sent()).toHaveLength(1);
});

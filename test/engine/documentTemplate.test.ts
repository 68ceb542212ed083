import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 60, organizations: 3 });

const run = async (operation: string, parameters: IDataObject, items?: IDataObject[]) =>
	await runNode({
		parameters: { resource: 'documentTemplate', operation, ...parameters } as never,
		credential: credentialFor(simulator),
		...(items ? { items } : {}),
	});
const byId = (value: unknown) => ({ __rl: true, mode: 'id', value });
const byName = (value: string) => ({ __rl: true, mode: 'name', value });

const templates = () => simulator.state.documentation.templates;
const documents = () => simulator.state.documentation.documents;
const fieldsOf = (id: number) => templates().get(id)?.fields ?? [];
const sent = () =>
	simulator.requests.matching({ path: /^\/v2\// }).filter(({ method }) => method !== 'GET');

const line = 3101;
const newField = { fieldLabel: 'Router', fieldName: 'router' };

describe('document templates', () => {
	it('are listed as they are in use, archived or both, by a part of a name', async () => {
		const list = async (state: string) =>
			(await run('getMany', { returnAll: true, state, filters: { name: 'internet' } })).json.map(
				({ id }) => id,
			);
		expect(await list('inUse')).toEqual([3101]);
		expect(await list('archived')).toEqual([3104]);
		expect(await list('all')).toEqual([3101, 3104]);
	});

	it('are shown with what it takes to fill in their fields', async () => {
		const { json } = await run('get', { templateId: byName('Application'), includeRoles: true });
		expect(json[0]).toMatchObject({ id: 3103, allowedTechnicianRoles: [1] });
		expect(json[0].fields).toContainEqual({
			name: 'criticality',
			label: 'Criticality',
			type: 'DROPDOWN',
			required: false,
			writable: true,
			options: ['Low', 'Medium', 'High'],
		});
	});

	it('are created with fields that the API may read and write', async () => {
		const { json, error } = await run('create', {
			name: 'Contract',
			allowMultiple: false,
			items: JSON.stringify([
				{ uiElementType: 'TITLE', uiElementName: 'About' },
				newField,
				{
					fieldLabel: 'Kind',
					fieldName: 'kind',
					fieldType: 'DROPDOWN',
					fieldContent: { required: true, values: ['Short', { name: 'Long' }] },
				},
			]),
			settings: { description: 'What was signed' },
		});
		expect(error).toBeUndefined();
		expect(templates().get(json[0].id as number)).toMatchObject({
			name: 'Contract',
			allowMultiple: false,
			description: 'What was signed',
			fields: [
				{ uiElementType: 'TITLE' },
				{ fieldName: 'router', fieldType: 'TEXT', fieldApiPermission: 'READ_WRITE' },
				{ fieldName: 'kind', fieldContent: { values: [{ name: 'Short' }, { name: 'Long' }] } },
			],
		});
	});

	it('are copied: the fields of another one will do as they were read', async () => {
		const { json } = await run('create', { name: 'Copy', items: fieldsOf(line) as never });
		const names = (id: number) => fieldsOf(id).map(({ fieldName }) => fieldName);
		expect(names(json[0].id as number)).toEqual(names(line));
	});

	it('with mistakes in their fields are refused with all of them, and not sent', async () => {
		const { error } = await run('create', {
			name: 'Wrong',
			items: [newField, { fieldName: 'x' }, newField, { ...newField, label: 'X' }],
		});
		expect(error?.message).toMatch(/Field 2: Parameter "fieldLabel" is empty/);
		expect(error?.message).toMatch(/Field 3: .*is "router", which the template has already/);
		expect(error?.message).toMatch(/Field 4: "label" is not known here/);
		expect(sent()).toEqual([]);
	});

	it('are archived, restored and deleted, one or many', async () => {
		expect((await run('archive', { ids: '3102' })).json).toEqual([
			{ success: true, templateId: 3102 },
		]);
		expect(templates().get(3102)?.archived).toBe(true);
		await run('archive', { ids: '3102,3103' });
		expect(templates().get(3103)?.archived).toBe(true);
		await run('restore', { ids: '3102' });
		await run('restore', { ids: '3102,3103' });
		expect([3102, 3103].map((id) => templates().get(id)?.archived)).toEqual([false, false]);

		const { error } = await run('delete', { ids: '3103' });
		expect(error?.message).toMatch(
			/NinjaOne deletes a document template only after it was archived/,
		);
		const { json } = await run('delete', { ids: '3103', archiveFirst: true });
		expect(json).toEqual([{ success: true, templateId: 3103, deleted: true }]);
		expect(templates().get(3103)).toBeUndefined();
	});
});

describe('an update of a template', () => {
	it('of its name alone loses no field, no option, no role and no value of a document', async () => {
		const template = structuredClone(templates().get(line)!);
		templates().set({ ...template, allowedTechnicianRoles: [1] });
		const values = structuredClone(documents().get(3502)?.values);
		const { error } = await run('update', {
			templateId: byName('Internet Line'),
			updateFields: { name: 'Line' },
		});
		expect(error).toBeUndefined();
		const plain = (fields: typeof template.fields) =>
			fields.map((field) => ({ ...field, updatedTime: 0 }));
		expect(plain(fieldsOf(line))).toEqual(plain(template.fields));
		expect(templates().get(line)).toMatchObject({ name: 'Line', allowedTechnicianRoles: [1] });
		expect(documents().get(3502)?.values).toEqual(values);
	});

	it('adds, replaces and removes the fields that are named', async () => {
		const before = fieldsOf(line);
		const fiber = before
			.find(({ fieldName }) => fieldName === 'lineType')
			?.fieldContent?.values?.find(({ name }) => name === 'Fiber');
		const { error } = await run('update', {
			templateId: byId(line),
			add: [newField],
			replace: [
				{ fieldName: 'lineType', fieldLabel: 'Type', fieldContent: { values: ['Fiber', 'Radio'] } },
			],
			remove: ['support'],
		});
		expect(error).toBeUndefined();
		const names = before.map(({ fieldName }) => fieldName).filter((name) => name !== 'support');
		expect(fieldsOf(line).map(({ fieldName }) => fieldName)).toEqual([...names, 'router']);
		const lineType = fieldsOf(line).find(({ fieldName }) => fieldName === 'lineType');
		expect(lineType).toMatchObject({ fieldLabel: 'Type', fieldType: 'DROPDOWN' });
		expect(lineType?.fieldContent?.values).toEqual([
			fiber,
			expect.objectContaining({ name: 'Radio' }),
		]);
	});

	it('by several items does not undo what an item before it did', async () => {
		const items = ['a', 'b', 'c', 'd'].map((name) => ({
			add: [{ fieldName: name, fieldLabel: name }],
		}));
		const { error } = await run(
			'update',
			{ templateId: byId(3102), add: '={{ $json.add }}' },
			items,
		);
		expect(error).toBeUndefined();
		expect(fieldsOf(3102).map(({ fieldName }) => fieldName)).toEqual(
			expect.arrayContaining(['a', 'b', 'c', 'd', 'summary']),
		);
	});

	it.each([
		['no field', { remove: ['nothing'] }, /"nothing", and the template has no such field/],
		['no field', { replace: [{ fieldName: 'nothing' }] }, /"nothing", and the template has no/],
		['a field that is there', { add: [{ ...newField, fieldName: 'notes' }] }, /has already/],
		['nothing', {}, /"Update Fields" has no field to change/],
	])('that names %s is refused', async (_, changes, message) => {
		const { error } = await run('update', { templateId: byId(line), ...changes });
		expect(error?.message).toMatch(message);
		expect(sent()).toEqual([]);
	});
});

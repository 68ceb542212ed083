import type { IDataObject } from 'n8n-workflow';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { editorContext, runNode } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 60, organizations: 12 });

const running =
	(resource: string) => async (operation: string, parameters: IDataObject, items?: IDataObject[]) =>
		await runNode({
			parameters: { resource, operation, ...parameters } as never,
			credential: credentialFor(simulator),
			...(items ? { items } : {}),
		});
const run = running('checklist');
const runTemplate = running('checklistTemplate');
const byId = (value: unknown) => ({ __rl: true, mode: 'id', value });
const byName = (value: unknown) => ({ __rl: true, mode: 'name', value });

const checklists = () => simulator.state.documentation.checklists;
const templates = () => simulator.state.documentation.checklistTemplates;
/** A copy of a checklist as it is now. */
const now = (id: number) => structuredClone(checklists().get(id))!;
const organization = (id: number) => simulator.state.organizations.get(id)?.name as string;
const technician = () => simulator.state.users.all()[0];
const sent = () =>
	simulator.requests.matching({ path: /^\/v2\// }).filter(({ method }) => method !== 'GET');

describe('completing a task', () => {
	it('leaves every other task and all else as it was', async () => {
		await run('update', {
			checklistId: byId(4601),
			updateFields: {
				assignedTo: technician().email,
				tasks: JSON.stringify([
					{ name: 'Set policies', dueDate: '2029-01-01T00:00:00Z', assignedTo: technician().id },
				]),
			},
		});
		const before = now(4601);
		const { json, error } = await run('completeTask', {
			checklistId: byName('New organization'),
			organizationId: organization(1),
			task: byName('invite end users'),
		});
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ id: 4601, completed: false, completedTaskCount: 2 });
		const after = now(4601);
		expect(after.tasks[2]).toMatchObject({ ...before.tasks[2], completed: true });
		expect(after.tasks.slice(0, 2)).toEqual(before.tasks.slice(0, 2));
		const changed = ['tasks', 'completedTaskCount', 'lastUpdatedOn'];
		for (const [name, value] of Object.entries(before)) {
			if (!changed.includes(name)) expect([name, after[name as 'id']]).toEqual([name, value]);
		}
	});

	it('can be taken back', async () => {
		const [{ id }] = now(4602).tasks;
		await run('completeTask', { checklistId: byId(4602), task: byId(id), completed: false });
		expect(now(4602).tasks.map(({ completed }) => completed)).toEqual([false, false, false]);
	});

	it('by many items does not undo what another item did', async () => {
		const items = now(4603).tasks.map(({ name }) => ({ name }));
		const { json } = await run(
			'completeTask',
			{ checklistId: byId(4603), task: '={{ $json.name }}' },
			items,
		);
		expect(now(4603)).toMatchObject({ completed: true, completedTaskCount: 3 });
		expect(json).toHaveLength(3);
	});

	it('that is completed already sends nothing', async () => {
		const { json } = await run('completeTask', {
			checklistId: byId(4604),
			task: byName('Install agents'),
		});
		expect(json[0]).toMatchObject({ id: 4604 });
		expect(sent()).toEqual([]);
	});

	it.each([
		[byName('Order pizza'), /"Task" is "Order pizza".*It has: Install agents, Set policies/],
		[byId(7), /Checklist 4604 has no task with the ID 7/],
	])('that is not there changes nothing', async (task, message) => {
		const { error } = await run('completeTask', { checklistId: byId(4604), task });
		expect(error?.message).toMatch(message);
		expect(sent()).toEqual([]);
	});

	it('of a checklist whose name many organizations have needs the organization', async () => {
		const { error } = await run('completeTask', {
			checklistId: byName('New organization'),
			task: byName('Set policies'),
		});
		expect(error?.message).toMatch(/NinjaOne has 12 of that name: .*organization /);
		expect(sent()).toEqual([]);
	});

	it('in a dry run shows the whole checklist that would be sent', async () => {
		const before = now(4604);
		const { json } = await run('completeTask', {
			checklistId: byId(4604),
			task: byName('Set policies'),
			options: { dryRun: true },
		});
		expect(json[0]).toMatchObject({ dryRun: true, method: 'PUT' });
		expect(JSON.parse(String(json[0].body))[0].tasks).toHaveLength(3);
		expect(now(4604)).toEqual(before);
	});
});

describe('an update', () => {
	it('changes, adds and removes the tasks that are named and keeps the rest', async () => {
		const before = now(4605);
		const { json } = await run('update', {
			checklistId: byId(4605),
			updateFields: {
				name: 'Branch',
				tasks: `[{"id": ${before.tasks[0].id}, "name": "Install all agents"}, {"name": "Say hello"}]`,
				removeTasks: 'set policies',
			},
		});
		expect(json[0]).toMatchObject({ name: 'Branch', totalTaskCount: 3 });
		const { tasks, description, dueDate } = now(4605);
		expect(tasks.map(({ name }) => name)).toEqual([
			'Install all agents',
			'Invite end users',
			'Say hello',
		]);
		expect(tasks[0]).toEqual({ ...before.tasks[0], name: 'Install all agents' });
		expect(tasks[1]).toEqual(before.tasks[2]);
		expect({ description, dueDate }).toEqual({
			description: before.description,
			dueDate: before.dueDate,
		});
	});

	it('clears what is to be cleared', async () => {
		await run('update', {
			checklistId: byId(4606),
			updateFields: { clear: ['DUE_DATE', 'DESCRIPTION'], required: false },
		});
		expect(now(4606).dueDate).toBeUndefined();
		expect(now(4606).description).toBeUndefined();
		expect(now(4606)).toMatchObject({ required: false, totalTaskCount: 3 });
	});

	it.each<[string, IDataObject, RegExp]>([
		['nothing to change', {}, /"Update Fields" has no field to change/],
		['an unknown property', { tasks: '[{"titel": "X"}]' }, /holds a task with "titel"/],
		['an unknown task ID', { tasks: '[{"ID": 7}]' }, /names task 7, .*Set policies \(ID \d+\)/],
		['an unknown task to remove', { removeTasks: 'Pizza' }, /"Remove Tasks" names "Pizza"/],
		['something unknown to clear', { clear: ['NAME'] }, /"Clear" does not know "NAME"/],
		['an unknown assignee', { assignedTo: 'nobody@example.com' }, /nothing of that name/],
		['a due date that is none', { dueDate: 'soon' }, /"Due Date" is not a time/],
		['a task without its date', { tasks: '[{"ID": 1, "dueDate": null}]' }, /"Task Due Date"/],
		[
			'a task whose name came out empty',
			{ tasks: '={{ [{ name: $json.none }] }}' },
			/no value for "name"/,
		],
		['a text of the wrong form', { tasks: '[{"name": "X", "description": [1]}]' }, /takes a text/],
	])('with %s sends nothing', async (_, updateFields, message) => {
		const { error } = await run('update', { checklistId: byId(4607), updateFields });
		expect(error?.message).toMatch(message);
		expect(sent()).toEqual([]);
	});
});

describe('checklists', () => {
	it('are created with tasks, texts and a person found by name', async () => {
		const { firstName, lastName, id } = technician();
		const { json } = await run('create', {
			organization: byName(organization(2)),
			name: 'Move',
			tasks: '[{"name": "Pack", "description": "Boxes"}, {"name": "Unpack", "completed": true}]',
			details: { assignedTo: `${firstName} ${lastName}`, dueDate: '2029-01-01T00:00:00Z' },
		});
		expect(json[0]).toMatchObject({
			organizationId: 2,
			assignedTo: { id },
			dueDate: 1861920000,
			tasks: [
				{ name: 'Pack', description: { text: 'Boxes' }, completed: false },
				{ name: 'Unpack', completed: true },
			],
		});
	});

	it('come from templates by name and ID', async () => {
		const { json } = await run('createFromTemplates', {
			organization: byId(3),
			templates: ['quarterly review', 4801],
		});
		expect(json.map(({ name, organizationId }) => [name, organizationId])).toEqual([
			['Quarterly review', 3],
			['New organization', 3],
		]);
	});

	it('are listed by all filters, and simplified', async () => {
		const { json } = await run('getMany', {
			returnAll: true,
			filters: { organizationIds: [organization(8), 9], completed: false, checklistName: 'new' },
		});
		expect(json.map(({ organizationId }) => organizationId)).toEqual([8, 9]);
		expect(json[0]).toMatchObject({ totalTaskCount: 3, organizationName: organization(8) });
		expect(json[0]).not.toHaveProperty('tasks');
	});

	it('become templates, under another name where one is given', async () => {
		await run('promote', { checklistId: byId(4608), templateName: 'Made from a checklist' });
		const names = templates()
			.all()
			.map(({ name }) => name);
		expect(names).toContain('Made from a checklist');
		const again = await run('promote', { checklistId: byId(4608) });
		expect(again.error?.message).toMatch(/exists already/);
	});

	it('go into the archive and come back, and organizations stay what they are', async () => {
		const archived = await run('archive', { ids: '4609,4610' });
		expect(archived.json).toMatchObject([
			{ success: true, id: 4609, archived: true },
			{ success: true, id: 4610, archived: true },
		]);
		expect(sent()[0]).toMatchObject({
			path: '/v2/organization/archive',
			body: { clientChecklistIds: [4609, 4610] },
		});
		const { json } = await run('restore', { ids: '4609' });
		expect(json[0]).toMatchObject({ archived: false });
	});

	it('are deleted one by one or together', async () => {
		await run('delete', { ids: '4611' });
		await run('delete', { ids: '4612,4610', archiveFirst: true });
		expect([4610, 4611, 4612].map((id) => checklists().get(id))).toEqual([
			undefined,
			undefined,
			undefined,
		]);
		expect(sent().map(({ method, path }) => `${method} ${path}`)).toEqual([
			'DELETE /v2/organization/checklist/4611',
			'POST /v2/organization/archive',
			'POST /v2/organization/checklists/delete',
		]);
	});
});

describe('templates', () => {
	it('keep what an update does not name', async () => {
		const before = structuredClone(templates().get(4801))!;
		const { json } = await runTemplate('update', {
			templateId: byName('new organization'),
			updateFields: {
				required: false,
				tasks: '[{"name": "Set policies", "description": "All of them"}, {"name": "Say hello"}]',
				removeTasks: 'Invite end users',
			},
		});
		expect(json[0]).toMatchObject({ id: 4801, name: 'New organization', required: false });
		const after = templates().get(4801)!;
		expect(after.description).toEqual(before.description);
		expect(after.tasks[0]).toEqual(before.tasks[0]);
		expect(after.tasks.slice(1).map(({ name, description }) => [name, description?.text])).toEqual([
			['Set policies', 'All of them'],
			['Say hello', undefined],
		]);
	});

	it('can be read when archived, by ID', async () => {
		const { json } = await runTemplate('get', { templateId: byId(4803) });
		expect(json[0]).toMatchObject({ name: 'Office move', tasks: ['Order the line'] });
		const { error } = await runTemplate('get', { templateId: byId(4999) });
		expect(error?.message).toBe('NinjaOne has no checklist template with the ID 4999');
	});

	it('are created with numbered tasks', async () => {
		await runTemplate('create', { name: 'Room', tasks: '[{"name": "A"}, {"name": "B"}]' });
		const made = templates()
			.all()
			.find(({ name }) => name === 'Room');
		expect(made?.tasks.map(({ position, name }) => [position, name])).toEqual([
			[1, 'A'],
			[2, 'B'],
		]);
	});
});

describe('the lists of the editor', () => {
	const { listSearch, loadOptions } = new NinjaOne().methods;
	const context = (parameters: IDataObject = {}) =>
		editorContext(credentialFor(simulator), {
			resource: 'checklist',
			operation: 'completeTask',
			...parameters,
		} as never);

	it('tell checklists of one name apart by the organization', async () => {
		const { results } = await listSearch.searchChecklists.call(context(), organization(4));
		expect(results).toEqual([{ name: `${organization(4)}: New organization`, value: 4604 }]);
	});

	it('show the tasks of the checklist that is chosen', async () => {
		const chosen = context({ checklistId: byId(4604) });
		const { results } = await listSearch.searchChecklistTasks.call(chosen);
		expect(results.map(({ name }) => name)).toEqual([
			'Install agents',
			'Set policies',
			'Invite end users',
		]);
	});

	it('offer templates in use and technicians', async () => {
		const offered = await loadOptions.getChecklistTemplatesOrNone.call(context());
		expect(offered.map(({ value }) => value)).toContain(4802);
		expect(offered.map(({ value }) => value)).not.toContain(4803);
		const { results } = await listSearch.searchChecklistTemplates.call(context(), 'quarter');
		expect(results.map(({ value }) => value)).toEqual([4802]);
		const people = await loadOptions.getAssigneesOrNone.call(context());
		expect(people.map(({ value }) => value)).toContain(technician().id);
	});
});

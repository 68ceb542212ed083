import { type AttachmentMetadata, type Checklist, type ChecklistTemplate } from '../../contracts';
import { eachTest } from './client';
import { bytesAt, upload } from './uploads';

const session = eachTest();
type Refused = { errorMessage: string; resultCode: string };
const send = <Body = Checklist[] & Refused>(
	method: 'GET' | 'POST' | 'PUT' | 'DELETE',
	path: string,
	json?: unknown,
) => session().call<Body>(`/v2${path}`, { method, json });
const list = (query = '') => session().get<Checklist[]>(`/v2/organization/checklists${query}`);
const one = (id: number) => session().get<Checklist & Refused>(`/v2/organization/checklist/${id}`);
const templates = (query = '') =>
	session().get<ChecklistTemplate[]>(`/v2/checklist/templates${query}`);
const create = async (wish: object = {}) =>
	(
		await send('POST', '/organization/checklists', [
			{ organizationId: 1, name: 'Move', tasks: [{ name: 'Pack' }, { name: 'Unpack' }], ...wish },
		])
	).body[0];

describe('checklist templates', () => {
	it('are found by what they are', async () => {
		expect((await templates()).map(({ id }) => id)).toEqual([4801, 4802]);
		expect((await templates('?required=true')).map(({ id }) => id)).toEqual([4801]);
		expect((await templates('?checklistTemplateName=QUARTER')).map(({ id }) => id)).toEqual([4802]);
		expect((await templates('?checklistTemplateIds=4802,4803')).map(({ id }) => id)).toEqual([
			4802,
		]);
	});

	it('are made together', async () => {
		const wish = { name: 'Audit', tasks: [{ name: 'Read logs' }], required: true };
		const path = '/checklist/templates';
		const made = await send<ChecklistTemplate[]>('POST', path, [wish]);
		expect(made.body).toMatchObject([{ ...wish, archived: false, lastUpdatedBy: { id: 5001 } }]);
		expect(await templates('?checklistTemplateName=audit')).toEqual(made.body);
	});

	it('are replaced as a whole', async () => {
		const json = [{ id: 4802, name: 'Yearly review' }];
		const { body } = await send<ChecklistTemplate[]>('PUT', '/checklist/templates', json);
		expect(body).toMatchObject([{ id: 4802, name: 'Yearly review', tasks: [], required: false }]);
		expect(body[0]).not.toHaveProperty('description');
	});

	it('go to the archive and back', async () => {
		const json = { checklistTemplateIds: [4801, 4802] };
		const { body } = await send<ChecklistTemplate[]>('POST', '/checklist/archive', json);
		expect(body.map(({ archived, archivedBy }) => [archived, archivedBy?.id])).toEqual([
			[true, 5001],
			[true, 5001],
		]);
		expect(await templates()).toEqual([]);
		await send('POST', '/checklist/restore', json);
		expect(await templates()).toHaveLength(2);
	});

	it('can be deleted, one or several', async () => {
		expect((await send('DELETE', '/checklist/template/4801')).status).toBe(204);
		expect((await send('DELETE', '/checklist/template/4801')).status).toBe(404);
		expect((await send('POST', '/checklist/templates/delete', [4802, 4803])).status).toBe(204);
		expect(await templates('?includeArchived=true')).toEqual([]);
	});
});

describe('checklists', () => {
	it('are found by what they are', async () => {
		const made = await create({ assignedToUserId: 5002, required: true });
		expect(await list('?checklistName=move')).toEqual([made]);
		expect(await list('?assignedToUserId=5002')).toEqual([made]);
		expect(await list(`?checklistIds=${made.id},99`)).toEqual([made]);
		expect(await list('?organizationIds=1')).toHaveLength(2);
		expect(await list('?completed=true')).toEqual([]);
		expect(await one(made.id)).toEqual(made);
	});

	it('take their tasks from a template', async () => {
		const path = '/organization/2/checklists-from-templates';
		const { body } = await send('POST', path, [4801, 4802]);
		expect(body.map(({ name, totalTaskCount }) => [name, totalTaskCount])).toEqual([
			['New organization', 3],
			['Quarterly review', 2],
		]);
		const ids = body.flatMap(({ tasks }) => tasks.map(({ id }) => id));
		expect(new Set(ids).size).toBe(5);
		const named = await create({ checklistTemplateId: 4802, tasks: undefined });
		expect([named.name, named.totalTaskCount]).toEqual(['Move', 2]);
	});
});

describe('an update of checklists', () => {
	const put = (json: object) => send('PUT', '/organization/checklists', [json]);

	it('completes a task, and the checklist with its last one', async () => {
		const { id: checklistId, tasks } = await create();
		const done = tasks.map(({ id, name }) => ({ id, name, completed: true }));
		const half = (await put({ checklistId, name: 'Move', tasks: [done[0], tasks[1]] })).body[0];
		expect(half).toMatchObject({ completed: false, completedTaskCount: 1, totalTaskCount: 2 });
		expect(half.tasks[0]).toMatchObject({ id: tasks[0].id, completedBy: { id: 5001 } });
		const { body } = await put({ checklistId, name: 'Move', tasks: done });
		expect(body[0]).toMatchObject({ completed: true, completedTaskCount: 2 });
		expect(body[0].tasks[0].completedOn).toBe(half.tasks[0].completedOn);
		expect(await list('?completed=true')).toEqual(body);
	});

	it('loses what is left out: tasks, description, due date, assignee', async () => {
		const made = await create({
			description: { html: '<p>Out</p>' },
			dueDate: 1_790_000_000.5,
			assignedToUserId: 5002,
		});
		expect(made).toMatchObject({ dueDate: 1_790_000_000.5, description: { text: 'Out' } });
		const [{ id }] = made.tasks;
		const tasks = [{ id, name: 'Pack all' }, { name: 'Drive' }];
		const { body } = await put({ checklistId: made.id, name: 'Move', tasks });
		expect(body[0].tasks.map((task) => task.name)).toEqual(['Pack all', 'Drive']);
		expect(body[0].tasks[0].id).toBe(id);
		expect(made.tasks.map((task) => task.id)).not.toContain(body[0].tasks[1].id);
		for (const name of ['description', 'dueDate', 'assignedTo'])
			expect(body[0]).not.toHaveProperty(name);
		expect((await put({ checklistId: made.id, name: 'Move' })).body[0].tasks).toEqual([]);
	});
});

describe('the archive of checklists', () => {
	it('is under the organization, and touches checklists alone', async () => {
		const { id } = await create();
		const json = { clientChecklistIds: [id] };
		expect((await send('POST', '/organization/archive', json)).body).toMatchObject([
			{ id, archived: true, archivedBy: { id: 5001 } },
		]);
		expect(await list('?checklistName=move')).toEqual([]);
		expect(await list('?checklistName=move&includeArchived=true')).toHaveLength(1);
		expect((await send('POST', '/organization/restore', json)).body[0].archived).toBe(false);
	});

	it('is not needed before a checklist is deleted', async () => {
		const [one, two] = [await create(), await create()];
		expect((await send('DELETE', `/organization/checklist/${one.id}`)).status).toBe(204);
		expect((await send('POST', '/organization/checklists/delete', [two.id])).status).toBe(204);
		expect(await list('?checklistName=move')).toEqual([]);
	});
});

describe('a checklist', () => {
	it('becomes a template, under its own name or another', async () => {
		const { id } = await create();
		const path = '/organization/checklists/promote';
		expect((await send('POST', path, [id])).status).toBe(204);
		expect((await send('POST', path, [id])).status).toBe(400);
		expect((await send('POST', `${path}-with-name`, [{ id, name: 'Removal' }])).status).toBe(204);
		const made = await templates('?checklistTemplateName=mov');
		expect(made.map(({ name, tasks }) => [name, tasks.map((task) => task.name)])).toEqual([
			['Move', ['Pack', 'Unpack']],
			['Removal', ['Pack', 'Unpack']],
		]);
	});

	it('shows files in its text, which are read without a token', async () => {
		const path = '/v2/attachments/temp/upload?entityType=CHECKLIST';
		const files = [{ part: 'files', name: 'a.txt', content: 'Left, then right' }];
		const [{ contentId }] = (await upload<AttachmentMetadata[]>(session(), path, files)).body;
		const html = `<img src="cid:${contentId}">`;
		const { id } = await create({ tasks: [{ name: 'Look', description: { html } }] });
		const urls = await session().get<Record<string, string>>(
			`/v2/organization/checklist/${id}/signed-urls`,
		);
		expect(String((await bytesAt(session(), urls[contentId])).content)).toBe('Left, then right');
	});
});

import { randomBytes } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { editorContext, runNode, type RunSettings } from '../harness/engine';
import { bearer, credential, mockServer, ninjaOne } from '../harness/nock';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 60, organizations: 5 });

const run = async (
	operation: string,
	parameters: IDataObject,
	more: Partial<RunSettings> = {},
	resource = 'knowledgeBaseArticle',
) =>
	await runNode({
		parameters: { resource, operation, ...parameters } as never,
		credential: credentialFor(simulator),
		...more,
	});
const folders = async (operation: string, parameters: IDataObject) =>
	await run(operation, parameters, {}, 'knowledgeBaseFolder');
const byId = (value: unknown) => ({ __rl: true, mode: 'id', value });
const byName = (value: unknown) => ({ __rl: true, mode: 'name', value });

const articles = () => simulator.state.documentation.articles;
const folderTable = () => simulator.state.documentation.folders;
const organization = (id: number) => simulator.state.organizations.get(id)?.name as string;
const sent = () =>
	simulator.requests.matching({ path: /^\/v2\// }).filter(({ method }) => method !== 'GET');
const file = (fileName: string, content: Buffer, mimeType = 'application/pdf') => ({
	fileName,
	mimeType,
	content,
});
const bytesOf = (items: Awaited<ReturnType<typeof run>>['items'], field = 'data') =>
	Buffer.from(String(items[0].binary?.[field].data), 'base64');

describe('many articles', () => {
	it('are the global ones, or those of organizations by name or ID', async () => {
		const global = await run('getMany', { scope: 'global', returnAll: true, output: 'raw' });
		expect(global.json.every(({ organizationId }) => organizationId === undefined)).toBe(true);
		const { json } = await run('getMany', {
			scope: 'organizations',
			organizationIds: [organization(1), 2],
			returnAll: true,
		});
		expect(json.map(({ organizationId }) => organizationId)).toEqual([1, 2]);
		expect(json[0].text).toMatch(/is open from 8 to 5/);
	});

	it('stop at the Limit, and say so', async () => {
		const { json, hints } = await run('getMany', {
			scope: 'organizations',
			returnAll: false,
			limit: 2,
		});
		expect(json).toHaveLength(2);
		expect(hints).toHaveLength(1);
	});

	it('include archived ones where asked', async () => {
		const names = async (filters: IDataObject) =>
			(await run('getMany', { scope: 'global', returnAll: true, filters })).json.map(
				({ name }) => name,
			);
		expect(await names({})).not.toContain('Fax machines');
		expect(await names({ includeArchived: true })).toContain('Fax machines');
		expect(await names({ articleName: 'lost' })).toEqual(['Lost device']);
	});
});

describe('one article', () => {
	it('is found by ID or name among all lists, which are read once for all items', async () => {
		const { json } = await run(
			'get',
			{ articleId: '={{ $json.article }}', output: 'raw' },
			{ items: [{ article: 4300 }, { article: 'passwords' }, { article: 4304 }] },
		);
		expect(json.map(({ name }) => name)).toEqual(['Fax machines', 'Passwords', 'Who to call']);
		expect(json[1].content).toMatchObject({ html: '<p>At least fourteen characters.</p>' });
		expect(simulator.requests.matching({ path: /articles$/ })).toHaveLength(2);
	});

	it('that several organizations have is not guessed', async () => {
		const { error } = await run('get', { articleId: byName('Who to call') });
		expect(error?.message).toMatch(/3 of that name: .*ID 4304, organization 1/);
	});

	it('that does not exist is an error', async () => {
		const { error } = await run('get', { articleId: byId(4999) });
		expect(error?.message).toBe('NinjaOne has no knowledge base article with the ID 4999');
	});
});

describe('writing', () => {
	it('makes an article for an organization in a folder by path, which is made with it', async () => {
		const { json } = await run('create', {
			name: 'Printers',
			scope: 'organization',
			organizationId: byName(organization(2)),
			level: 'folder',
			folder: byId('Office | Devices'),
			html: '<p>Off and on.</p>',
		});
		expect(json[0]).toMatchObject({ name: 'Printers', organizationId: 2, path: 'Office|Devices' });
		expect(articles().get(Number(json[0].id))?.content?.html).toBe('<p>Off and on.</p>');
	});

	it('sends nothing where there is no content, or a path with a gap', async () => {
		const empty = await run('create', { name: 'X', scope: 'global', level: 'top' });
		expect(empty.error?.message).toMatch(/"Content HTML" and "Content Text" are both empty/);
		const gap = await run('create', {
			name: 'X',
			text: 'Y',
			scope: 'global',
			level: 'folder',
			folder: byId('A||B'),
		});
		expect(gap.error?.message).toMatch(/"Folder" is not a path of folders: "A\|\|B"/);
		expect(sent()).toEqual([]);
	});

	it('changes what is given and nothing else', async () => {
		const before = { ...articles().get(4301) };
		const { json } = await run('update', {
			articleId: byId(4301),
			updateFields: { name: 'New colleague' },
		});
		expect(json[0]).toMatchObject({ id: 4301, name: 'New colleague' });
		expect(articles().get(4301)).toMatchObject({ name: 'New colleague', content: before.content });
		expect(sent().map(({ body }) => body)).toEqual([[{ id: 4301, name: 'New colleague' }]]);
	});
});

describe('moving', () => {
	it('puts articles and folders into a folder by its path', async () => {
		const [{ id }] = (
			await run('create', {
				name: 'Here',
				text: 'x',
				scope: 'organization',
				organizationId: byId(3),
				level: 'folder',
				folder: byId('Plans'),
			})
		).json;
		const plans = articles().get(Number(id))?.parentFolderId;
		const { json } = await run('move', {
			articleIds: '4302',
			folderIds: '4103',
			scope: 'organization',
			organizationId: byName(organization(3)),
			level: 'folder',
			folder: byId('Plans'),
		});
		expect(json).toEqual([
			{ success: true, articleIds: [4302], folderIds: [4103], destinationFolderId: plans },
		]);
		expect(articles().get(4302)).toMatchObject({ parentFolderId: plans, organizationId: 3 });
		expect(folderTable().get(4103)).toMatchObject({ parentFolderId: plans, organizationId: 3 });
	});

	it('makes the top of an organization that has no folder yet', async () => {
		const { json } = await folders('move', {
			folderIds: '4102',
			scope: 'organization',
			organizationId: byId(5),
			level: 'top',
		});
		expect(json[0]).toMatchObject({ success: true, destinationOrganizationId: 5 });
		expect(folderTable().get(4102)?.organizationId).toBe(5);
	});

	it('moves nothing to a folder that does not exist', async () => {
		const { error } = await run('move', {
			articleIds: '4303',
			scope: 'global',
			level: 'folder',
			folder: byId('Nowhere'),
		});
		expect(error?.message).toMatch(/no such record/);
		expect(sent()).toEqual([]);
	});
});

describe('files', () => {
	const fiveMegabytes = randomBytes(5 * 1024 * 1024);

	it('of 5 MB go up as articles and come back byte for byte', async () => {
		const up = await run(
			'upload',
			{ inputFields: 'data,notes', scope: 'global', level: 'top' },
			{
				files: {
					data: file('plan.pdf', fiveMegabytes),
					notes: file('notes.html', Buffer.from('<html>Notes</html>'), 'text/html'),
				},
			},
		);
		expect(up.json.map(({ name }) => name)).toEqual(['plan.pdf', 'notes.html']);
		const [plan, notes] = up.json;
		const down = await run('download', { articleId: byId(plan.id), outputField: 'plan' });
		expect(down.json).toEqual([
			{
				articleId: plan.id,
				fileName: 'plan.pdf',
				mimeType: 'application/pdf',
				size: fiveMegabytes.length,
			},
		]);
		expect(bytesOf(down.items, 'plan').equals(fiveMegabytes)).toBe(true);
		const page = await run('download', { articleId: byId(notes.id), outputField: 'data' });
		expect(String(bytesOf(page.items))).toBe('<html>Notes</html>');
	});

	it('that NinjaOne keeps elsewhere are fetched from there, without the token', async () => {
		ninjaOne()
			.get('/v2/knowledgebase/article/7/download')
			.matchHeader('authorization', `Bearer ${bearer}`)
			.reply(302, '', { location: 'https://files.example/7?signature=abc' });
		let headers: Record<string, unknown> = {};
		mockServer('https://files.example')
			.get('/7')
			.query({ signature: 'abc' })
			.reply(200, function () {
				headers = this.req.headers;
				return fiveMegabytes;
			});
		const { items } = await run(
			'download',
			{ articleId: byId(7), outputField: 'data' },
			{ credential },
		);
		expect(bytesOf(items).equals(fiveMegabytes)).toBe(true);
		expect(headers.authorization).toBeUndefined();
		expect(JSON.stringify(headers)).not.toContain(bearer);
	});

	it('are not what a throttle page is taken for', async () => {
		simulator.faults.add({ kind: 'throttlePage', path: /download$/, times: 99 });
		const { items, error } = await run('download', { articleId: byId(4301), outputField: 'data' });
		expect(items.some(({ binary }) => binary)).toBe(false);
		expect(error?.message).toMatch(/a web page or cut text came in place of an answer/);
	});

	it('that the item lacks are named, and nothing is sent', async () => {
		const { error } = await run('upload', { inputFields: 'scan', scope: 'global', level: 'top' });
		expect(error?.message).toMatch(/scan/);
		expect(sent()).toEqual([]);
	});
});

describe('signed URLs', () => {
	const urls = async (answer: string | object) => {
		ninjaOne()
			.get('/v2/knowledgebase/article/7/signed-urls')
			.reply(200, answer as never, {
				'content-type': 'application/json',
			});
		return await run('getSignedUrls', { articleId: byId(7) }, { credential });
	};
	const url = 'https://files.example/plan.pdf?signature=abc';

	it.each([
		['a map', { 'content-1': url }],
		['a map inside a text', JSON.stringify(JSON.stringify({ 'content-1': url }))],
	])('come as %s, one row for each file', async (_, answer) => {
		expect((await urls(answer)).json).toEqual([{ name: 'content-1', url }]);
	});

	it('come as a bare address', async () => {
		expect((await urls(JSON.stringify(url))).json).toEqual([{ name: 'plan.pdf', url }]);
	});

	it('that cannot be read are not taken for none', async () => {
		const { error } = await urls(JSON.stringify(['what']));
		expect(error?.message).toMatch(/not a list of signed URLs/);
	});

	it('lead to the files of an article', async () => {
		const up = await run(
			'upload',
			{ inputFields: 'data', scope: 'global', level: 'top' },
			{ files: { data: file('plan.pdf', Buffer.from('plan')) } },
		);
		const { json } = await run('getSignedUrls', { articleId: byId(up.json[0].id) });
		expect(await (await fetch(String(json[0].url))).text()).toBe('plan');
	});
});

describe('the archive', () => {
	it('takes articles in and gives them back, one row for each', async () => {
		const archived = await run('archive', { ids: '4304, 4305' });
		expect(archived.json).toEqual([
			{ success: true, articleId: 4304 },
			{ success: true, articleId: 4305 },
		]);
		expect(articles().get(4304)?.archivedTime).toBeDefined();
		await run('restore', { ids: [4304, 4305] });
		expect(articles().get(4304)?.archivedTime).toBeUndefined();
	});

	it('must hold what is deleted, unless it is put there first', async () => {
		const refused = await run('delete', { ids: '4306' });
		expect(refused.error?.message).toMatch(/deletes a knowledge base article only after/);
		expect(refused.error?.description).toMatch(/Archive First/);
		expect(articles().get(4306)).toBeDefined();
		const { json } = await run('delete', { ids: '4306', archiveFirst: true });
		expect(json).toEqual([{ success: true, articleId: 4306, deleted: true }]);
		expect(articles().get(4306)).toBeUndefined();
	});

	it('says so where archiving worked and deleting did not', async () => {
		simulator.faults.add({ kind: 'status', status: 500, path: /delete$/ });
		const { error } = await run('delete', { ids: '4305', archiveFirst: true });
		expect(error?.message).toMatch(/were archived, but not deleted: /);
		expect(articles().get(4305)?.archivedTime).toBeDefined();
	});

	it('changes nothing in a dry run', async () => {
		const { json } = await run('delete', { ids: '4300', options: { dryRun: true } });
		expect(json).toEqual([
			{ dryRun: true, method: 'POST', url: '/v2/knowledgebase/articles/delete', body: '[4300]' },
		]);
		expect(sent()).toEqual([]);
	});
});

describe('a folder', () => {
	it('is found by its path or ID and lists what is in it, archived entries where asked', async () => {
		const names = async (parameters: IDataObject) => {
			const { json } = await folders('get', { scope: 'global', level: 'top', ...parameters });
			return (json[0].content as IDataObject[]).map(({ name }) => name);
		};
		expect(await names({})).not.toContain('Fax machines');
		expect(await names({ includeArchived: true })).toContain('Fax machines');
		await run('create', {
			name: 'Deep',
			text: 'x',
			scope: 'global',
			level: 'folder',
			folder: byId('One|Two'),
		});
		expect(await names({ level: 'folder', folder: byId('One|Two') })).toEqual(['Deep']);
		const { id } = folderTable()
			.all()
			.find(({ name }) => name === 'Two') as { id: number };
		expect(await names({ level: 'folder', folder: byId(id) })).toEqual(['Deep']);
	});
});

describe('the lists of the editor', () => {
	const { listSearch } = new NinjaOne().methods;
	const node = { resource: 'knowledgeBaseFolder', operation: 'get', level: 'folder' };
	const search = async (picker: 'searchArticles' | 'searchFolders', parameters = {}, filter = '') =>
		await listSearch[picker].call(
			editorContext(credentialFor(simulator), { ...node, ...parameters }),
			filter || undefined,
		);

	it('tell articles of one name apart', async () => {
		const { results } = await search('searchArticles', {}, 'who to call');
		expect(new Set(results.map(({ name }) => name)).size).toBe(results.length);
		expect(results).toContainEqual(
			expect.objectContaining({ name: 'Who to call (organization 1)', value: 4304 }),
		);
	});

	it('show folders by their paths, of the knowledge base that is chosen', async () => {
		await run('create', {
			name: 'Deeper',
			text: 'x',
			scope: 'organization',
			organizationId: byId(1),
			level: 'folder',
			folder: byId('Floor 1|Room 2'),
		});
		const chosen = { scope: 'organization', organizationId: byName(organization(1)) };
		const { results } = await search('searchFolders', chosen, 'room');
		expect(results.map(({ name }) => name)).toEqual(['Floor 1|Room 2']);
		expect((await search('searchFolders', {}, 'room')).results).toEqual([]);
		const none = { scope: 'organization', organizationId: byId(4) };
		expect(await search('searchFolders', none)).toEqual({ results: [] });
	});
});

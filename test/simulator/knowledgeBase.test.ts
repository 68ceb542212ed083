import { type KnowledgeBaseArticle, type KnowledgeBaseFolder } from '../../contracts';
import { eachTest } from './client';
import { bytesAt, largeContent, upload } from './uploads';

const session = eachTest();
const base = '/v2/knowledgebase';
type Refused = { errorMessage: string; resultCode: string };
const send = <Body = KnowledgeBaseArticle[] & Refused>(
	method: 'GET' | 'POST' | 'PATCH',
	path: string,
	json?: unknown,
) => session().call<Body>(`${base}${path}`, { method, json });
const articles = (path: string) => session().get<KnowledgeBaseArticle[]>(`${base}${path}`);
const folder = (path: string) =>
	session().get<KnowledgeBaseFolder & Refused>(`${base}/folder${path}`);
const namesIn = async (path: string) => (await folder(path)).content.map(({ name }) => name);
const write = async (wish: object = {}) =>
	(await send('POST', '/articles', [{ name: 'How to', content: { html: '<p>So</p>' }, ...wish }]))
		.body[0];

describe('articles', () => {
	it('are global or of an organization', async () => {
		const global = await articles('/global/articles');
		const theirs = await articles('/organization/articles?organizationIds=1,2');
		expect(global.filter(({ organizationId }) => organizationId)).toEqual([]);
		expect(theirs.map(({ organizationId }) => organizationId)).toEqual([1, 2]);
		expect(await articles('/global/articles?articleName=LOST')).toMatchObject([
			{ name: 'Lost device', path: 'Runbooks', isNinjaArticle: true },
		]);
	});

	it('are made together, with the folders on their path', async () => {
		const wish = { organizationId: 4, destinationFolderPath: 'Network|Lines|Fiber' };
		const { status, body } = await send('POST', '/articles', [
			{ name: 'One', ...wish },
			{ name: 'Two', ...wish, content: { text: 'Plain' } },
		]);
		expect(status).toBe(200);
		expect(body[0].parentFolderId).toBe(body[1].parentFolderId);
		expect(body[1]).toMatchObject({ path: 'Network|Lines|Fiber', content: { text: 'Plain' } });
		expect(await namesIn('?organizationId=4')).toEqual(['Network']);
		expect(await namesIn('?organizationId=4&folderPath=Network%7CLines')).toEqual(['Fiber']);
		expect(await namesIn(`/${body[0].parentFolderId}`)).toEqual(['One', 'Two']);
	});

	it('go into a folder that is named by its id', async () => {
		const [{ parentFolderId, organizationId }] = await articles(
			'/organization/articles?organizationIds=1',
		);
		const made = await write({ destinationFolderId: parentFolderId });
		expect(made).toMatchObject({ parentFolderId, organizationId });
	});

	it('change together, and what is not named stays', async () => {
		const { id, createTime } = await write();
		const { body } = await send('PATCH', '/articles', [{ id, content: { html: '<p>Or so</p>' } }]);
		expect(body).toMatchObject([
			{ id, name: 'How to', createTime, content: { html: '<p>Or so</p>', text: 'Or so' } },
		]);
	});
});

describe('folders', () => {
	it('list folders before articles', async () => {
		await write();
		const { content } = await folder('');
		expect(content.map(({ name, isFolder }) => [name, isFolder])).toEqual([
			['Runbooks', true],
			['Policies', true],
			['How to', false],
		]);
		expect(content[2].fileExtension).toBe('ninja');
	});

	it('are there for an organization once it has an article', async () => {
		expect((await folder('?organizationId=4')).resultCode).toBe('folder_not_found');
		await write({ organizationId: 4 });
		expect(await namesIn('?organizationId=4')).toEqual(['How to']);
	});

	it('move with all that is in them, into an organization that has no root yet', async () => {
		const article = await write({ destinationFolderPath: 'Runbooks|Deep' });
		const json = { folderIds: [4102], destinationOrganizationId: 4 };
		expect((await send('PATCH', '/folders/move', json)).status).toBe(204);
		expect(await namesIn('')).toEqual(['Policies']);
		expect(await namesIn('?organizationId=4&folderPath=Runbooks%7CDeep')).toEqual(['How to']);
		const theirs = await articles('/organization/articles?organizationIds=4');
		expect(theirs.map(({ id }) => id)).toContain(article.id);
	});

	it('take articles that move', async () => {
		const { id } = await write();
		await send('PATCH', '/folders/move', { documentIds: [id], destinationFolderId: 4103 });
		expect(await namesIn('?folderPath=Policies')).toContain('How to');
	});
});

describe('the archive of the knowledge base', () => {
	it('takes articles out of sight, gives them back, and alone lets them be deleted', async () => {
		const { id } = await write();
		const seen = async (query = '') =>
			(await articles(`/global/articles${query}`)).some((article) => article.id === id);
		expect((await send('POST', '/articles/delete', [id])).status).toBe(400);
		expect((await send('POST', '/articles/archive', [id])).status).toBe(204);
		expect([await seen(), await seen('?includeArchived=true')]).toEqual([false, true]);
		expect((await send('POST', '/articles/restore', [id])).status).toBe(204);
		expect(await seen()).toBe(true);
		await send('POST', '/articles/archive', [id]);
		expect((await send('POST', '/articles/delete', [id])).status).toBe(204);
		expect(await seen('?includeArchived=true')).toBe(false);
	});

	it('takes a folder with all that is in it', async () => {
		expect((await send('POST', '/folders/delete', [4102])).status).toBe(400);
		expect((await send('POST', '/folders/archive', [4102])).status).toBe(204);
		expect(await namesIn('/4101')).toEqual(['Policies']);
		expect(await namesIn('/4101?includeArchived=true')).toEqual([
			'Former suppliers',
			'Runbooks',
			'Policies',
			'Fax machines',
		]);
		expect(await articles('/global/articles?articleName=lost')).toEqual([]);
		await send('POST', '/folders/restore', [4102]);
		expect(await articles('/global/articles?articleName=lost')).toHaveLength(1);
		await send('POST', '/folders/archive', [4102]);
		expect((await send('POST', '/folders/delete', [4102])).status).toBe(204);
		expect((await folder('/4102')).resultCode).toBe('folder_not_found');
		expect(await articles('/global/articles?articleName=lost&includeArchived=true')).toEqual([]);
	});
});

describe('uploaded articles', () => {
	const content = largeContent(5 * 1024 ** 2);
	const uploadTo = (fields: Record<string, string>) =>
		upload<KnowledgeBaseArticle[]>(
			session(),
			`${base}/articles/upload`,
			[
				{ part: 'files', name: 'Plan of the office.pdf', type: 'application/pdf', content },
				{ part: 'files', name: 'Notes.txt', content: 'Notes' },
			],
			fields,
		);

	it('are being scanned at first, and ready at the next look', async () => {
		const { status, body } = await uploadTo({ organizationId: '2', folderPath: 'Plans' });
		expect(status).toBe(200);
		expect(body[0]).toMatchObject({
			name: 'Plan of the office.pdf',
			isNinjaArticle: false,
			organizationId: 2,
			path: 'Plans',
			attachments: [
				{
					uploadStatus: 'PROCESSING',
					metadata: { mimeType: 'application/pdf', size: String(content.length) },
				},
			],
		});
		const { content: items } = await folder(`/${body[0].parentFolderId}`);
		expect(items).toMatchObject([
			{ fileUploadStatus: 'SUCCESS', fileExtension: 'pdf', fileSize: String(content.length) },
			{ name: 'Notes.txt', fileExtension: 'txt', fileSize: '5' },
		]);
	});

	it('come back byte for byte, with a token or at a signed address', async () => {
		const [{ id }] = (await uploadTo({ folderId: '4102' })).body;
		const read = await bytesAt(session(), `${base}/article/${id}/download`);
		expect([read.status, read.name]).toEqual([200, 'Plan of the office.pdf']);
		expect(read.content.equals(content)).toBe(true);
		const urls = (await send<Record<string, string>>('GET', `/article/${id}/signed-urls`)).body;
		const [url] = Object.values(urls);
		expect((await bytesAt(session(), url)).content.equals(content)).toBe(true);
	});

	it('are files, whose content cannot be written', async () => {
		const [{ id }] = (await uploadTo({})).body;
		const json = [{ id, content: { text: 'A' } }];
		expect((await send('PATCH', '/articles', json)).status).toBe(400);
	});

	it('are refused for a field that does not exist, and where there is no such folder', async () => {
		expect((await uploadTo({ folder: 'A' })).status).toBe(400);
		expect((await uploadTo({ folderId: '99' })).status).toBe(404);
	});

	it('differ from written ones, which are downloaded as HTML', async () => {
		const { id } = await write();
		const read = await bytesAt(session(), `${base}/article/${id}/download`);
		expect([read.name, String(read.content)]).toEqual(['How to.html', '<p>So</p>']);
	});
});

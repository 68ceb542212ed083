import {
	type AttachmentMetadata,
	type Document,
	type DocumentTemplate,
	type UpdatedDocument,
} from '../../contracts';
import { eachTest } from './client';
import { bytesAt, largeContent, upload } from './uploads';

const session = eachTest();
const base = '/v2/organization';
const list = (query = '') => session().get<Document[]>(`${base}/documents${query}`);
const send = <Body = Document & { errorMessage: string; resultCode: string }>(
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
	path: string,
	json?: unknown,
) => session().call<Body>(`${base}${path}`, { method, json });
const line = '/1/template/3101/document';
const create = (fields: object, documentName = 'Backup line') =>
	send('POST', line, { documentName, fields: { provider: 'Example Fiber', ...fields } });
const valueIn = ({ fields }: Document, name: string) =>
	fields.find((field) => field.name === name)?.value;
const optionsOf = async (name: string) =>
	(await session().get<DocumentTemplate>('/v2/document-templates/3101')).fields
		.find(({ fieldName }) => fieldName === name)
		?.fieldContent?.values?.map(({ id }) => id) ?? [];

describe('documents', () => {
	it('tell neither secrets nor what the API may not read', async () => {
		const rows = await list();
		expect(JSON.stringify(rows)).not.toContain('seeded secret');
		const names = rows.flatMap(({ fields }) => fields.map(({ name }) => name));
		expect(names).toContain('lineNumber');
		expect(names).not.toContain('internalRating');
	});

	it('are filtered by organization, template and a part of a name', async () => {
		const [first] = await list('?organizationIds=2,3&templateName=SITE');
		expect(first).toMatchObject({ organizationId: 2, documentTemplateName: 'Site Summary' });
		const named = await list('?documentName=main&templateIds=3101,3102');
		expect(new Set(named.map(({ documentName }) => documentName))).toEqual(new Set(['Main line']));
	});

	it('stand in the order of their organizations or of their templates', async () => {
		const keys = async (query: string, key: 'organizationId' | 'documentTemplateId') =>
			(await list(query)).map((row) => row[key]);
		const rising = (numbers: number[]) => [...numbers].sort((one, other) => one - other);
		const organizations = await keys('', 'organizationId');
		expect(organizations).toEqual(rising(organizations));
		const templates = await keys('?groupBy=TEMPLATE', 'documentTemplateId');
		expect(templates).toEqual(rising(templates));
	});
});

describe('a new document', () => {
	it('holds values of every type, and answers them as a list', async () => {
		const [lineType] = await optionsOf('lineType');
		const fields = {
			bandwidth: 500,
			monthlyPrice: 49.5,
			failover: true,
			contractEnd: 1_790_000_000_000,
			lineType,
			services: (await optionsOf('services')).slice(0, 2),
			gateway: '192.0.2.1',
			portal: 'https://example.com',
			support: 'help@example.com',
			portalPassword: 'open sesame',
			notes: { html: '<p>Call <b>first</b></p>' },
		};
		const { status, body } = await create(fields);
		expect(status).toBe(200);
		const { portalPassword, notes, ...plain } = fields;
		for (const [name, value] of Object.entries(plain)) expect(valueIn(body, name)).toEqual(value);
		expect(valueIn(body, 'notes')).toEqual({ text: 'Call first', html: notes.html });
		expect(valueIn(body, 'portalPassword')).toBe('*****');
		expect(JSON.stringify(await list())).not.toContain(portalPassword);
		expect(await list(`?documentName=Backup`)).toEqual([body]);
	});

	it('is the only one of its template in an organization where the template says so', async () => {
		const path = '/1/template/3102/document';
		const second = await send('POST', path, {});
		expect([second.status, second.body.errorMessage]).toEqual([
			400,
			expect.stringContaining('already'),
		]);
		const [{ documentId }] = await list('?organizationIds=1&templateIds=3102');
		await send('POST', `/document/${documentId}/archive`);
		expect((await send('POST', path, {})).body).toMatchObject({ documentName: 'Site Summary' });
		const both = [...(await list('?organizationIds=2&templateIds=3102')), { documentId }];
		const ids = both.map((document) => document.documentId);
		expect((await send('POST', `/document/${documentId}/restore`)).status).toBe(400);
		await send('POST', `/document/${ids[0]}/archive`);
		expect((await send('POST', '/documents/restore', ids)).status).toBe(400);
		expect(await list('?organizationIds=2&templateIds=3102')).toEqual([]);
	});

	it('can be one of many, and all are refused where one is', async () => {
		const wish = (organizationId: number, fields: object = { provider: 'A' }) => ({
			organizationId,
			documentTemplateId: 3101,
			documentName: 'Bulk line',
			fields,
		});
		const refused = await send('POST', '/documents', [wish(1), wish(2, {})]);
		expect(refused.status).toBe(400);
		expect(await list('?documentName=bulk')).toEqual([]);
		const { body } = await send<Document[]>('POST', '/documents', [wish(1), wish(2)]);
		expect(body).toEqual(await list('?documentName=bulk'));
		expect(body.map(({ organizationId }) => organizationId)).toEqual([1, 2]);
	});
});

describe('an update of documents', () => {
	const update = (id: number, json: object, organizationId = 1) =>
		send<UpdatedDocument>('POST', `/${organizationId}/document/${id}`, json);

	it('writes what is named, and answers that alone', async () => {
		const { body: before } = await create({ bandwidth: 100, failover: true });
		const { status, body } = await update(before.documentId, {
			documentDescription: 'Second way out',
			fields: { bandwidth: 250, failover: null },
		});
		expect(status).toBe(200);
		expect(body.updatedFields.map(({ name, value }) => [name, value])).toEqual([
			['bandwidth', 250],
		]);
		const [after] = await list('?documentName=Backup');
		expect(after).toMatchObject({
			documentName: 'Backup line',
			documentDescription: 'Second way out',
		});
		expect(after.fields.map(({ name }) => name)).toEqual(['provider', 'bandwidth']);
	});

	it('of many changes all, or none where one is refused', async () => {
		const ids = (await list('?templateIds=3101')).map(({ documentId }) => documentId).slice(0, 2);
		const wishes = (second: unknown) => [
			{ documentId: ids[0], fields: { bandwidth: 42 } },
			{ documentId: ids[1], fields: { bandwidth: second } },
		];
		const before = await list();
		expect((await send('PATCH', '/documents', wishes('x'))).status).toBe(400);
		expect(await list()).toEqual(before);
		const { body } = await send<UpdatedDocument[]>('PATCH', '/documents', wishes(43));
		expect(body.map(({ updatedFields }) => updatedFields[0].value)).toEqual([42, 43]);
	});
});

describe('the archive of documents', () => {
	it('takes them out of lists, and gives them back', async () => {
		const before = await list('?templateIds=3101');
		const [{ documentId }] = before;
		expect((await send('POST', `/document/${documentId}/archive`)).body.documentId).toBe(
			documentId,
		);
		expect(await list('?templateIds=3101')).toEqual(before.slice(1));
		expect((await send('POST', `/document/${documentId}/restore`)).status).toBe(200);
		expect(await list('?templateIds=3101')).toEqual(before);
	});

	it('takes several, and alone lets them be deleted', async () => {
		const ids = (await list()).map(({ documentId }) => documentId).slice(0, 2);
		expect((await send('DELETE', `/document/${ids[0]}`)).status).toBe(400);
		const archived = await send<Document[]>('POST', '/documents/archive', ids);
		expect(archived.body.map(({ documentId }) => documentId)).toEqual(ids);
		expect((await send('DELETE', `/document/${ids[0]}`)).status).toBe(204);
		expect((await send('POST', '/documents/restore', ids)).body.resultCode).toBe(
			'document_not_found',
		);
		expect((await send('POST', '/documents/restore', ids.slice(1))).status).toBe(200);
		expect((await list()).map(({ documentId }) => documentId)).toContain(ids[1]);
	});
});

describe('files in documents', () => {
	const stage = (files: Parameters<typeof upload>[2], query = '?entityType=DOCUMENT') =>
		upload<AttachmentMetadata[]>(session(), `/v2/attachments/temp/upload${query}`, files);
	const files = (content: Buffer | string) => [{ part: 'files', name: 'Rack plan.png', content }];

	it('are staged, shown by their content id, and read byte for byte without a token', async () => {
		const content = largeContent(5 * 1024 ** 2);
		const [metadata] = (await stage(files(content))).body;
		expect(metadata).toMatchObject({
			name: 'Rack plan.png',
			size: String(content.length),
			extension: 'png',
		});
		const { contentId } = metadata;
		const { body } = await create({ notes: { html: `<img src='cid:${contentId}'>` } });
		const path = `/document/${body.documentId}/signed-urls`;
		const urls = (await send<Record<string, string>>('GET', path)).body;
		expect(Object.keys(urls)).toEqual([contentId]);
		const read = await bytesAt(session(), urls[contentId]);
		expect(read.content.equals(content)).toBe(true);
		const forged = await bytesAt(session(), urls[contentId].replace(/signature=.*/, 'signature=1'));
		expect(forged.status).toBe(404);
	});

	it('are the value of a field for files', async () => {
		const [{ contentId }] = (await stage(files('plan'))).body;
		const [{ documentId }] = await list('?organizationIds=1&templateIds=3102');
		const { body } = await send<UpdatedDocument>('POST', `/1/document/${documentId}`, {
			fields: { plan: { contentId } },
		});
		expect(body.updatedFields[0].value).toMatchObject({ name: 'Rack plan.png', contentId });
		const unknown = { fields: { plan: { contentId: 'nothing' } } };
		expect((await send('POST', `/1/document/${documentId}`, unknown)).status).toBe(400);
	});

	it('are refused for an unknown kind of entity, and when there is none', async () => {
		expect((await stage(files('a'), '?entityType=NOBODY')).status).toBe(400);
		expect((await stage([{ part: 'file', name: 'a', content: 'a' }])).status).toBe(400);
	});
});

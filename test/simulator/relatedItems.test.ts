import type { RelatedItem } from '../../contracts';
import { eachTest } from './client';
import { bytesAt, largeContent, upload } from './uploads';

const session = eachTest();
const base = '/v2/related-items';
type Refused = { errorMessage: string; resultCode: string };
const send = <Body = RelatedItem & Refused>(
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	json?: unknown,
) => session().call<Body>(`${base}${path}`, { method, json });
const idsOf = async (path: string) =>
	(await session().get<RelatedItem[]>(`${base}${path}`)).map(({ id }) => id);
const relate = async (host: string, relEntityType: string, relEntityId: number) =>
	(await send('POST', `/entity/${host}/relation`, { relEntityType, relEntityId })).body;

describe('relations', () => {
	it('name both of their entities', async () => {
		const made = await relate('NODE/5', 'ORGANIZATION', 2);
		const { organizations, devices } = session().simulator.state;
		expect(made).toMatchObject({
			type: 'ENTITY',
			entity: { id: 5, name: devices.get(5)?.systemName },
			relEntity: { id: 2, name: organizations.get(2)?.name },
			createdByAppUserId: 5001,
		});
	});

	it('are listed from either end', async () => {
		const { id: toNode } = await relate('ORGANIZATION/2', 'NODE', 5);
		const { id: fromNode } = await relate('NODE/5', 'LOCATION', 1001);
		const { id: other } = await relate('NODE/6', 'TECHNICIAN', 5002);
		expect(await idsOf('')).toEqual([6101, toNode, fromNode, other]);
		expect(await idsOf('/with-entity/NODE/5')).toEqual([toNode, fromNode]);
		expect(await idsOf('/with-entity/NODE/5?scope=HOSTING')).toEqual([fromNode]);
		expect(await idsOf('/with-entity/NODE/5?scope=HOSTED_BY')).toEqual([toNode]);
		expect(await idsOf('/with-entity-type/NODE')).toEqual([fromNode, other]);
		expect(await idsOf('/with-related-entity/NODE/5')).toEqual([toNode]);
		expect(await idsOf('/with-related-entity-type/NODE')).toEqual([6101, toNode]);
	});

	it('are made several at once, or none where one is refused', async () => {
		const path = '/entity/DOCUMENT/3501/relations';
		const wish = (relEntityId: number) => ({ relEntityType: 'NODE', relEntityId });
		expect((await send('POST', path, [wish(5), wish(999)])).status).toBe(404);
		expect(await idsOf('/with-entity/DOCUMENT/3501')).toEqual([]);
		const { body } = await send<RelatedItem[]>('POST', path, [wish(5), wish(6)]);
		expect(body.map(({ relEntityId }) => relEntityId)).toEqual([5, 6]);
	});
});

describe('a secret', () => {
	it('is kept, and never answered', async () => {
		const secret = { password: 'open sesame', totpSecret: 'one-time seed' };
		const plain = { name: 'Router', url: 'https://192.0.2.1', notes: 'Rack', username: 'admin' };
		const json = { ...plain, ...secret };
		const { status, body } = await send('POST', '/entity/NODE/5/secure', json);
		expect(status).toBe(200);
		expect(body).toMatchObject({ type: 'VALUE', relEntityType: 'SECURE', value: plain });
		const answered = JSON.stringify([body, await session().get(base)]);
		for (const text of Object.values(secret)) expect(answered).not.toContain(text);
		expect(session().simulator.state.documentation.relatedItems.get(body.id)?.secret).toEqual(
			secret,
		);
	});
});

describe('an attachment', () => {
	const content = largeContent(5 * 1024 ** 2);
	const attach = (part = 'file') =>
		upload<RelatedItem>(session(), `${base}/entity/ORGANIZATION/1/attachment`, [
			{ part, name: 'Umzug für 2026.bin', type: 'application/octet-stream', content },
		]);

	it('comes back byte for byte, with a token or at a signed address', async () => {
		const { status, body } = await attach();
		expect(status).toBe(200);
		expect(body.value).toMatchObject({
			name: 'Umzug für 2026.bin',
			size: String(content.length),
			extension: 'bin',
		});
		const read = await bytesAt(session(), `${base}/${body.id}/attachment/download`);
		expect(read.name).toBe('Umzug für 2026.bin');
		expect(read.content.equals(content)).toBe(true);
		const path = '/with-entity/ORGANIZATION/1/attachments/signed-urls';
		const urls = Object.values((await send<Record<string, string>>('GET', path)).body);
		expect(urls).toHaveLength(1);
		expect((await bytesAt(session(), urls[0])).content.equals(content)).toBe(true);
	});

	it('is the part named file', async () => {
		expect((await attach('files')).status).toBe(400);
	});
});

describe('related items', () => {
	it('are deleted one by one', async () => {
		expect((await send('DELETE', '/6101')).status).toBe(204);
		expect((await send('DELETE', '/6101')).body.resultCode).toBe('related_item_not_found');
	});

	it('are deleted with all others of an entity', async () => {
		await relate('ORGANIZATION/2', 'NODE', 5);
		await relate('NODE/5', 'LOCATION', 1001);
		const { id } = await relate('NODE/6', 'TECHNICIAN', 5002);
		expect((await send('DELETE', '/NODE/5')).status).toBe(204);
		expect(await idsOf('')).toEqual([6101, id]);
	});
});

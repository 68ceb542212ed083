import type {
	BoardRunSchema,
	CustomField,
	Device,
	LogEntry,
	Organization,
	TicketContact,
} from '../../contracts';
import type { z } from 'zod';
import { eachTest } from './client';

const session = eachTest({ devices: 120, softwareRows: 60 });
const get = <Body>(path: string) => session().get<Body>(path);
const call = (path: string) => session().call(path);
const ids = (rows: { id: number }[]) => rows.map(({ id }) => id);

describe('id pages', () => {
	it.each([
		'/v2/devices',
		'/v2/devices-detailed',
		'/v2/organizations',
		'/v2/organizations-detailed',
		'/v2/locations',
	])('%s goes up by id, from behind the one that after names', async (path) => {
		const all = ids(await get(path));
		expect(all).toEqual([...all].sort((a, b) => a - b));
		expect(ids(await get(`${path}?pageSize=2`))).toEqual(all.slice(0, 2));
		expect(ids(await get(`${path}?pageSize=2&after=${all[1]}`))).toEqual(all.slice(2, 4));
		expect(await get(`${path}?after=${all.at(-1)}`)).toEqual([]);
	});

	it('are bare lists without a total or a link', async () => {
		const { headers, body } = await call('/v2/devices?pageSize=2');
		expect(Array.isArray(body)).toBe(true);
		expect(headers).not.toHaveProperty('link');
	});

	it('are full even where rows in between do not belong to the list', async () => {
		const rows = await get<Device[]>('/v2/organization/2/devices?pageSize=5');
		expect(rows).toHaveLength(5);
		expect(new Set(rows.map(({ organizationId }) => organizationId))).toEqual(new Set([2]));
	});

	it('hold a thousand rows at most, whatever is asked for', async () => {
		const { devices } = session().simulator.state;
		const model = devices.all()[0];
		for (let id = devices.nextId(); id <= 1200; id++) devices.set({ ...model, id });
		expect(await get('/v2/devices?pageSize=5000')).toHaveLength(1000);
		expect(await get('/v2/devices')).toHaveLength(1000);
	});

	it('refuse a page size that is no number', async () => {
		expect((await call('/v2/devices?pageSize=many')).status).toBe(400);
		expect((await call('/v2/devices?pageSize=0')).status).toBe(400);
	});

	it('show a device that joined since the page before', async () => {
		const { state } = session().simulator;
		const { id } = state.addDevice({ displayName: 'Newcomer' });
		expect(ids(await get('/v2/devices?after=119'))).toEqual([120, id]);
	});
});

describe('cursor pages', () => {
	interface Report {
		cursor: { name: string; offset: number; count: number };
		results: { deviceId: number; name: string }[];
	}
	const page = (query = '') => get<Report>(`/v2/queries/software?pageSize=25${query}`);

	it('keep the name of the cursor while its offset moves, and end with an empty page', async () => {
		const first = await page();
		const { name } = first.cursor;
		const others = [
			await page(`&cursor=${name}`),
			await page(`&cursor=${name}`),
			await page(`&cursor=${name}`),
		];
		const pages = [first, ...others];
		expect(pages.map(({ cursor }) => cursor.name)).toEqual([name, name, name, name]);
		expect(pages.map(({ cursor }) => cursor.offset)).toEqual([0, 25, 50, expect.any(Number)]);
		expect(pages.at(-1)?.results).toEqual([]);
	});

	it('give each row once', async () => {
		const first = await page();
		const second = await page(`&cursor=${first.cursor.name}`);
		const keys = [...first.results, ...second.results].map(
			({ deviceId, name }) => `${deviceId} ${name}`,
		);
		expect(new Set(keys).size).toBe(50);
	});

	it('of two readers do not disturb each other', async () => {
		const [one, other] = [await page(), await page()];
		expect(one.cursor.name).not.toBe(other.cursor.name);
		await page(`&cursor=${one.cursor.name}`);
		expect((await page(`&cursor=${other.cursor.name}`)).cursor.offset).toBe(25);
	});

	it('do not give a page again whose answer was lost: only the offset tells', async () => {
		const { cursor } = await page();
		session().simulator.faults.add({ kind: 'cut', when: 'after' });
		await expect(page(`&cursor=${cursor.name}`)).rejects.toThrow();
		expect((await page(`&cursor=${cursor.name}`)).cursor.offset).toBe(50);
	});

	it('refuse a cursor that they do not know', async () => {
		expect((await call('/v2/queries/software?cursor=unknown')).status).toBe(400);
	});
});

describe('custom field definitions', () => {
	interface Page {
		page: number;
		count: number;
		results: CustomField[];
		cursorName?: string;
	}

	it('come in pages of 50, each with the name of the next but for the last', async () => {
		const pages: Page[] = [];
		for (let query = ''; ; ) {
			const page = await get<Page>(`/v2/custom-fields${query}`);
			pages.push(page);
			if (page.cursorName === undefined) break;
			query = `?cursorName=${page.cursorName}`;
		}
		const { customFields } = session().simulator.state;
		expect(pages).toMatchObject([
			{ page: 0, count: 50 },
			{ page: 1, count: customFields.length - 50 },
		]);
		expect(pages.flatMap(({ results }) => results)).toEqual(customFields);
	});

	it.each(['pageSize=4', 'pageSize=501', 'cursorName=unknown'])('refuse %s', async (query) => {
		expect((await call(`/v2/custom-fields?${query}`)).status).toBe(400);
	});
});

describe('ticket boards', () => {
	type Run = z.infer<typeof BoardRunSchema>;
	const run = async (json: object) => {
		const path = '/v2/ticketing/trigger/board/2/run';
		return session().call<Run>(path, { method: 'POST', json });
	};
	const ascending = { sortBy: [{ field: 'id', direction: 'ASC' }] };

	it('give a cursor that acts as an offset of rows, not as an id', async () => {
		const { body } = await run({ ...ascending, pageSize: 3 });
		expect(body.metadata.lastCursorId).toBe(3);
		const next = await run({ ...ascending, pageSize: 3, lastCursorId: 3 });
		expect(body.data.map(({ id }) => id)).toEqual([1001, 1002, 1003]);
		expect(next.body.data.map(({ id }) => id)).toEqual([1004, 1005, 1006]);
		expect(next.body.metadata.lastCursorId).toBe(6);
	});

	it('give no rows past the end, and a cursor that stands still', async () => {
		const { body } = await run({ lastCursorId: 300 });
		expect(body).toMatchObject({ data: [], metadata: { lastCursorId: 300 } });
	});

	it('show their columns alone, unless more are asked for', async () => {
		const plain = await run({ pageSize: 1 });
		expect(Object.keys(plain.body.data[0])).toEqual([
			'id',
			'summary',
			'status',
			'priority',
			'createTime',
		]);
		const wide = await run({ pageSize: 1, includeColumns: ['clientId'] });
		expect(wide.body.data[0]).toHaveProperty('clientId');
	});

	it('filter by columns', async () => {
		const filters = [{ field: 'clientId', operator: 'is', value: '2' }];
		const { body } = await run({ filters, includeColumns: ['clientId'] });
		expect(new Set(body.data.map(({ clientId }) => clientId))).toEqual(new Set([2]));
	});

	it('search in the subject', async () => {
		const { body } = await run({ searchCriteria: 'vpn' });
		expect(body.data.every(({ summary }) => String(summary).includes('VPN'))).toBe(true);
		expect(body.data.length).toBeGreaterThan(0);
	});

	it.each([
		[
			'a filter on what is no column',
			{ filters: [{ field: 'organizationId', operator: 'is', value: '2' }] },
		],
		[
			'an unknown operator',
			{ filters: [{ field: 'clientId', operator: 'resembles', value: '2' }] },
		],
		['an unknown property', { page: 2 }],
	])('refuse %s', async (_case, json) => {
		expect((await run(json)).status).toBe(400);
	});
});

describe('anchors', () => {
	it('a ticket’s history goes on behind the entry that anchorId names', async () => {
		const path = '/v2/ticketing/ticket/1001/log-entry';
		const first = await get<LogEntry[]>(path);
		const second = await get<LogEntry[]>(`${path}?anchorId=${first.at(-1)?.id}`);
		const third = await get<LogEntry[]>(`${path}?anchorId=${second.at(-1)?.id}`);
		expect([first.length, second.length, third.length]).toEqual([500, 500, 200]);
		expect(new Set(ids([...first, ...second, ...third])).size).toBe(1200);
	});

	it('contacts go on behind the one that anchorNaturalId names', async () => {
		const path = '/v2/ticketing/app-user-contact?pageSize=10';
		const first = await get<TicketContact[]>(path);
		const second = await get<TicketContact[]>(`${path}&anchorNaturalId=${first.at(-1)?.naturalId}`);
		expect(new Set([...first, ...second].map(({ naturalId }) => naturalId)).size).toBe(20);
	});

	it('contacts are found by kind, organization and name', async () => {
		const path = '/v2/ticketing/app-user-contact?userType=END_USER&clientId=2';
		const all = await get<TicketContact[]>(path);
		expect(all.every(({ clientId, userType }) => clientId === 2 && userType === 'END_USER')).toBe(
			true,
		);
		const [{ email }] = all;
		expect(await get(`${path}&searchCriteria=${email}`)).toHaveLength(1);
	});
});

describe('lists that come whole', () => {
	it.each([
		'/v2/alerts',
		'/v2/users',
		'/v2/groups',
		'/v2/policies',
		'/v2/roles',
		'/v2/organization/1/locations',
	])('%s does not look at a page size', async (path) => {
		const whole = await get<Organization[]>(path);
		expect(whole.length).toBeGreaterThan(0);
		expect(await get<Organization[]>(`${path}?pageSize=1`)).toHaveLength(whole.length);
	});
});

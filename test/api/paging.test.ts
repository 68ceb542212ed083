import type { IDataObject } from 'n8n-workflow';
import {
	activityPages,
	boardPages,
	complete,
	contactPages,
	cursorPages,
	definitionPages,
	idPages,
	limited,
	logEntryPages,
	type Page,
	type Paging,
} from '../../api/paging';
import type { Query } from '../../api/query';

type PageRequest = { query?: Query; body?: IDataObject };

const numbers = (from: number, to: number) => {
	const step = from <= to ? 1 : -1;
	return Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => ({ id: from + i * step }));
};

/** Reads a list from a server function; gives its rows, the requests it took, and whether more was left. */
async function read(
	paging: Paging,
	serve: (request: PageRequest) => unknown,
	{ limit = Infinity, query = {} }: { limit?: number; query?: Query } = {},
) {
	const requests: PageRequest[] = [];
	const pages: Page[] = [];
	let kept = 0;
	const fetch = async (request: PageRequest) => {
		requests.push(request);
		return serve(request);
	};
	for await (const page of paging({ fetch, query, limit })) {
		pages.push(page);
		kept += page.rows.length;
		if (kept >= limit) break;
	}
	return {
		ids: pages.flatMap(({ rows }) => rows.map(({ id }) => id)),
		requests,
		more: pages.at(-1)?.more,
	};
}

const bareArray =
	(total: number) =>
	({ query }: PageRequest) =>
		numbers(1, total)
			.filter(({ id }) => id > Number(query?.after ?? 0))
			.slice(0, Number(query?.pageSize));

describe('id pages', () => {
	it('ask for what follows the largest id and end at a short page', async () => {
		const { ids, requests } = await read(idPages, bareArray(2500));
		expect(ids).toEqual(numbers(1, 2500).map(({ id }) => id));
		expect(requests.map(({ query }) => query?.after)).toEqual([undefined, 1000, 2000]);
	});

	it('end with an empty page when the last full page was the end', async () => {
		const { ids, requests } = await read(idPages, bareArray(2000));
		expect(ids).toHaveLength(2000);
		expect(requests).toHaveLength(3);
	});

	it('ask for one row more than the limit, in one request, to know whether there is more', async () => {
		const { requests, more } = await read(idPages, bareArray(10), { limit: 3 });
		expect(requests).toEqual([{ query: { pageSize: 4, after: undefined } }]);
		expect(more).toBe(true);
	});

	it('take the largest id of a page whatever its order', async () => {
		const shuffled = (request: PageRequest) => bareArray(1500)(request).reverse();
		expect((await read(idPages, shuffled)).ids).toHaveLength(1500);
	});

	it('drop the anchor row where the server includes it', async () => {
		const inclusive = ({ query }: PageRequest) =>
			numbers(1, 1500)
				.filter(({ id }) => id >= Number(query?.after ?? 0))
				.slice(0, Number(query?.pageSize));
		const { ids } = await read(idPages, inclusive);
		expect(ids).toEqual(numbers(1, 1500).map(({ id }) => id));
	});

	it('throw when the server repeats a full page, rather than give a part as the whole', async () => {
		await expect(read(idPages, () => numbers(1, 1000))).rejects.toThrow(/repeated a page/);
	});

	it('throw when the answer is no list', async () => {
		await expect(read(idPages, () => ({ items: [] }))).rejects.toThrow(/a list is missing/);
	});
});

describe('cursor pages', () => {
	const report =
		(total: number, moves = true) =>
		({ query }: PageRequest) => {
			const request = state.request++;
			const offset = request * 1000;
			return {
				cursor: { name: 'same-on-every-page', offset: moves ? offset + 1000 : 1000 },
				results: numbers(1, total).slice(offset, offset + Number(query?.pageSize)),
			};
		};
	const state = { request: 0 };
	beforeEach(() => (state.request = 0));

	it('go on although the name of the cursor stays the same', async () => {
		const { ids, requests } = await read(cursorPages, report(3500));
		expect(ids).toHaveLength(3500);
		expect(requests.map(({ query }) => query?.cursor)).toEqual([
			undefined,
			'same-on-every-page',
			'same-on-every-page',
			'same-on-every-page',
		]);
	});

	it('throw when the offset does not move', async () => {
		await expect(read(cursorPages, report(9000, false))).rejects.toThrow(/"offset" stays/);
	});

	/** As NinjaOne does it: the place is kept under the cursor's name, a lost page does not come again. */
	const stateful = (total: number, lost: number[]) => {
		let place = 0;
		let asked = 0;
		const page = (size: number) => {
			const results = numbers(1, total).slice(place, place + size);
			place += results.length;
			return { cursor: { name: 'c', offset: place }, results };
		};
		return ({ query }: PageRequest) => {
			asked += 1;
			if (query?.cursor === undefined) place = 0;
			// The answer got lost after NinjaOne acted, and the request was repeated.
			if (lost.includes(asked)) page(Number(query?.pageSize));
			return page(Number(query?.pageSize));
		};
	};

	it('begin anew when a page was lost on the way, so that no row is missing', async () => {
		const serve = stateful(4200, [3]);
		const rows: unknown[] = [];
		const fetch = async (request: PageRequest) => serve(request);
		for await (const page of cursorPages({ fetch, query: {}, limit: Infinity })) {
			if (page.restart) rows.length = 0;
			rows.push(...page.rows.map(({ id }) => id));
		}
		expect(rows).toEqual(numbers(1, 4200).map(({ id }) => id));
	});

	it('throw when pages are lost again and again', async () => {
		const always = Array.from({ length: 50 }, (_, i) => i + 1);
		await expect(read(cursorPages, stateful(9000, always))).rejects.toThrow(/cannot be completed/);
	});

	it('end where no cursor comes', async () => {
		const { ids } = await read(cursorPages, () => ({ results: numbers(1, 1000) }));
		expect(ids).toHaveLength(1000);
	});
});

describe('activity pages', () => {
	const feed =
		(newest: number) =>
		({ query }: PageRequest) => ({
			lastActivityId: newest,
			activities: numbers(newest, 1)
				.filter(({ id }) => id < Number(query?.olderThan ?? Infinity))
				.slice(0, Number(query?.pageSize)),
		});

	it('walk down by the smallest id, not by lastActivityId', async () => {
		const { ids, requests } = await read(activityPages, feed(2500));
		expect(ids).toEqual(numbers(2500, 1).map(({ id }) => id));
		expect(requests.map(({ query }) => query?.olderThan)).toEqual([undefined, 1501, 501]);
	});

	it('never ask for fewer than the 10 rows that NinjaOne demands', async () => {
		const { requests } = await read(activityPages, feed(100), { limit: 3 });
		expect(requests[0].query?.pageSize).toBe(10);
	});

	it('end at the lower bound without sending it, since its direction on full pages is unknown', async () => {
		const { ids, requests } = await read(activityPages, feed(5000), { query: { newerThan: 3500 } });
		expect(ids).toEqual(numbers(5000, 3501).map(({ id }) => id));
		expect(requests.every(({ query }) => query?.newerThan === undefined)).toBe(true);
		expect(requests).toHaveLength(2);
	});

	it('lose and repeat nothing while new activities arrive between the pages', async () => {
		let newest = 2500;
		const growing = (request: PageRequest) => feed((newest += 700))(request);
		const { ids } = await read(activityPages, growing, { query: { newerThan: 100 } });
		expect(ids).toEqual(numbers(3200, 101).map(({ id }) => id));
	});

	it('start below an upper bound', async () => {
		const { ids } = await read(activityPages, feed(50), { query: { olderThan: 21 } });
		expect(ids[0]).toBe(20);
	});

	it('throw when the server ignores the bound and repeats the page', async () => {
		const stuck = () => ({ activities: numbers(1000, 1) });
		await expect(read(activityPages, stuck, { query: {} })).rejects.toThrow(/repeated a page/);
	});
});

describe('definition pages', () => {
	it('follow the named cursor, at most 500 a page', async () => {
		const serve = ({ query }: PageRequest) => {
			const start = Number(query?.cursorName ?? 0);
			return {
				results: numbers(1, 1200).slice(start, start + Number(query?.pageSize)),
				cursorName: String(start + 500),
			};
		};
		const { ids, requests } = await read(definitionPages, serve);
		expect(ids).toHaveLength(1200);
		expect(requests[0].query?.pageSize).toBe(500);
	});
});

describe('board pages', () => {
	it('send the cursor in the body, as a row offset, until nothing comes', async () => {
		const serve = ({ body }: PageRequest) => {
			const start = Number(body?.lastCursorId ?? 0);
			const data = numbers(1, 2300).slice(start, start + Number(body?.pageSize));
			return { data, metadata: { lastCursorId: start + data.length } };
		};
		expect((await read(boardPages, serve)).ids).toHaveLength(2300);
	});

	it('give a ticket once although rows shift between the pages', async () => {
		let page = 0;
		const serve = () => {
			page += 1;
			const data = page === 1 ? numbers(1, 50) : page === 2 ? numbers(48, 60) : [];
			return { data, metadata: { lastCursorId: page * 50 } };
		};
		expect((await read(boardPages, serve)).ids).toEqual(numbers(1, 60).map(({ id }) => id));
	});
});

describe.each([
	['log entry pages', logEntryPages, 'anchorId', 'id'],
	['contact pages', contactPages, 'anchorNaturalId', 'naturalId'],
] as const)('%s', (_, paging, anchor, key) => {
	it(`go on behind the last row's ${key}`, async () => {
		const rows = numbers(1, 1700).map(({ id }) => ({ id, naturalId: id }));
		const serve = ({ query }: PageRequest) =>
			rows.filter(({ id }) => id > Number(query?.[anchor] ?? 0)).slice(0, Number(query?.pageSize));
		expect((await read(paging, serve)).ids).toHaveLength(1700);
	});

	it('throw when the last row has nothing to go on from', async () => {
		const serve = () => numbers(1, 1000).map(() => ({}));
		await expect(read(paging, serve)).rejects.toThrow(/repeated a page/);
	});
});

describe('lists that come whole', () => {
	it('are read in one request', async () => {
		const { ids, requests, more } = await read(complete('tags'), () => ({ tags: numbers(1, 7) }));
		expect([ids.length, requests.length, more]).toEqual([7, 1, false]);
	});

	it('that NinjaOne cuts at a limit say that there may be more', async () => {
		const serve = ({ query }: PageRequest) => ({ devices: numbers(1, Number(query?.limit)) });
		expect((await read(limited('devices'), serve, { limit: 20 })).more).toBe(true);
	});
});

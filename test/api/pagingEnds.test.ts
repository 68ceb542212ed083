import type { IDataObject } from 'n8n-workflow';
import {
	activityPages,
	boardPages,
	contactPages,
	cursorPages,
	definitionPages,
	idPages,
	logEntryPages,
	type Paging,
} from '../../api/paging';
import type { Query } from '../../api/query';

type PageRequest = { query?: Query; body?: IDataObject };

const most = 20;

/** Reads a list to its end from a server that knows how often it was asked; gives its rows and the requests it took. */
async function read(paging: Paging, serve: (asked: number, request: PageRequest) => unknown) {
	let asked = 0;
	const rows: IDataObject[] = [];
	const fetch = async (request: PageRequest) => {
		asked += 1;
		if (asked > most) throw new Error('asks without end');
		return serve(asked, request);
	};
	for await (const page of paging({ fetch, query: {}, limit: Infinity })) rows.push(...page.rows);
	return { rows, asked };
}

const sizeOf = ({ query, body }: PageRequest) => Number(query?.pageSize ?? body?.pageSize);
const rowsFrom = (first: number, count: number) =>
	Array.from({ length: count }, (_, i) => ({ id: first + i, naturalId: `n${first + i}` }));

/** Each list as NinjaOne wraps it; `next` is whatever the answer says about the page behind it. */
const lists: Array<[string, Paging, (rows: IDataObject[], next: unknown) => unknown]> = [
	['ids', idPages, (rows) => rows],
	['activities', activityPages, (rows) => ({ activities: rows })],
	[
		'reports',
		cursorPages,
		(results, next) => ({
			results,
			cursor: next === null ? null : { name: 'c', offset: Number(next) * 1000 },
		}),
	],
	['definitions', definitionPages, (results, cursorName) => ({ results, cursorName })],
	[
		'boards',
		boardPages,
		(data, lastCursorId) => ({
			data,
			metadata: { lastCursorId: lastCursorId === null ? null : Number(lastCursorId) },
		}),
	],
	['log entries', logEntryPages, (rows) => rows],
	['ticket contacts', contactPages, (rows) => rows],
];

describe.each(lists)('pages of %s', (_, paging, wrap) => {
	it('end with an error, not with a shorter list nor without end, when a full page comes again', async () => {
		const same = (asked: number, request: PageRequest) =>
			wrap(rowsFrom(5000, sizeOf(request)), String(asked));
		await expect(read(paging, same)).rejects.toThrow(/the list cannot be completed/);
	});

	it('end with an error when two pages alternate', async () => {
		const alternating = (asked: number, request: PageRequest) =>
			wrap(rowsFrom(5000 - (asked % 2) * 2000, sizeOf(request)), String(asked));
		await expect(read(paging, alternating)).rejects.toThrow(/the list cannot be completed/);
	});

	it('keep a row that lacks its ID', async () => {
		const odd = [...rowsFrom(1, 2), { name: 'odd' }];
		const { rows } = await read(paging, (asked) => wrap(asked === 1 ? odd : [], null));
		expect(rows).toEqual(odd);
	});
});

describe.each(lists.filter(([name]) => /reports|definitions|boards|relationships/.test(name)))(
	'pages of %s',
	(_, paging, wrap) => {
		it('end where the cursor is null', async () => {
			const { rows, asked } = await read(paging, (__, request) =>
				wrap(rowsFrom(1, sizeOf(request)), null),
			);
			expect([asked, rows.length > 0]).toEqual([1, true]);
		});
	},
);

describe('pages of boards', () => {
	const board = (pages: Array<[IDataObject[], unknown]>) => (asked: number) => {
		const [data, lastCursorId] = pages[asked - 1] ?? [[], 9999];
		return { data, metadata: { lastCursorId } };
	};

	it.each([null, undefined, 0])('end at a cursor of %s', async (cursor) => {
		expect(await read(boardPages, board([[rowsFrom(1, 3), cursor]]))).toEqual({
			rows: rowsFrom(1, 3),
			asked: 1,
		});
	});

	it('end with an error after a page when one row is repeated although the cursor moves', async () => {
		const same = (asked: number) => ({
			data: rowsFrom(7, 1),
			metadata: { lastCursorId: asked },
		});
		await expect(read(boardPages, same)).rejects.toThrow(/brings nothing new/);
	});

	it('end with an error when known rows come again in ever new orders', async () => {
		const shuffled = (asked: number) => ({
			data: [...rowsFrom(1 + (asked % 5), 5), ...rowsFrom(1, asked % 5)],
			metadata: { lastCursorId: asked * 5 },
		});
		await expect(read(boardPages, shuffled)).rejects.toThrow(/brings nothing new/);
	});

	it('end well when the last page holds only rows that have shifted onto it', async () => {
		const { rows } = await read(
			boardPages,
			board([
				[rowsFrom(1, 50), 50],
				[rowsFrom(49, 2), 52],
				[[], 52],
			]),
		);
		expect(rows).toEqual(rowsFrom(1, 50));
	});
});

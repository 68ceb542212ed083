import { runNode } from '../harness/engine';
import { credential, ninjaOne } from '../harness/nock';
import { withSimulator } from '../harness/simulated';
import { byId, byName, changesSentTo, ticketRunner } from '../harness/ticketing';

const simulator = withSimulator({ organizations: 3, devices: 60 });
const run = ticketRunner(simulator);
const { tickets } = simulator.state;

/** A key that no other test has. */
const newTag = (() => {
	let count = 0;
	return () => `Alert-${(count += 1)}`;
})();

const required = {
	board: byName('All tickets'),
	organizationId: byId(1),
	ticketFormId: 1,
	subject: 'Disk is full',
};
const put = async (more: object, items: object[] = [{}]) =>
	await run('createOrUpdate', { ...required, ...more }, { items: items as never });
const ticketsTagged = (tag: string) => tickets.all().filter(({ tags }) => tags.includes(tag));
const posts = () => simulator.requests.matching({ method: 'POST', path: '/v2/ticketing/ticket' });
/** Runs of a board from its first row on. */
const beginnings = () =>
	simulator.requests
		.matching({ path: /\/run$/ })
		.map(({ body }) => body as object)
		.filter((body) => !('lastCursorId' in body));

describe('one key makes one ticket', () => {
	it('over two runs', async () => {
		const uniqueTag = newTag();
		const first = await put({ uniqueTag, additionalFields: { tags: 'disk' } });
		expect(first.json).toMatchObject([{ action: 'created', tags: [uniqueTag, 'disk'] }]);
		const second = await put({ uniqueTag, additionalFields: { priority: 'HIGH', tags: 'again' } });
		const [{ id }] = first.json;
		expect(second.json).toMatchObject([
			{ action: 'updated', id, priority: 'HIGH', tags: [uniqueTag, 'disk', 'again'] },
		]);
		expect(second.json[0].changed).toEqual(['priority', 'tags']);
		expect(ticketsTagged(uniqueTag)).toHaveLength(1);
	});

	it('over many items of one run, whatever the case of the letters', async () => {
		const uniqueTag = newTag();
		const items = Array.from({ length: 12 }, (_, at) => ({
			tag: at % 2 ? uniqueTag.toLowerCase() : uniqueTag,
		}));
		const { json, error } = await put({ uniqueTag: '={{ $json.tag }}' }, items);
		expect(error).toBeUndefined();
		expect(new Set(json.map(({ id }) => id)).size).toBe(1);
		expect(json.filter(({ action }) => action === 'created')).toHaveLength(1);
		expect(posts()).toHaveLength(1);
	});

	it('and different keys different ones, with the board read once', async () => {
		const items = Array.from({ length: 10 }, () => ({ tag: newTag() }));
		const { json } = await put({ uniqueTag: '={{ $json.tag }}' }, items);
		expect(new Set(json.map(({ id }) => id)).size).toBe(10);
		expect(beginnings().filter((body) => !('searchCriteria' in body))).toHaveLength(1);
	});

	it('where the search of the board does not look at tags', async () => {
		const uniqueTag = newTag();
		const { json } = await put({ uniqueTag });
		simulator.requests.clear();
		const hidden = { ...tickets.get(json[0].id as number), tags: [] } as never;
		const reads = jest.spyOn(tickets, 'all').mockReturnValueOnce([hidden]);
		const again = await put({ uniqueTag });
		reads.mockRestore();
		expect(again.json).toMatchObject([{ action: 'updated', id: json[0].id }]);
		expect(beginnings()).toHaveLength(2);
	});

	it('and one that holds another is another', async () => {
		const uniqueTag = newTag();
		await put({ uniqueTag: `${uniqueTag}-b` });
		const { json } = await put({ uniqueTag });
		expect(json).toMatchObject([{ action: 'created' }]);
	});

	it('also where the answer is lost: the ticket is looked for', async () => {
		const uniqueTag = newTag();
		simulator.faults.add({ kind: 'cut', when: 'after', path: '/v2/ticketing/ticket' });
		const { json, error } = await put({ uniqueTag }, [{}, {}]);
		expect(error).toBeUndefined();
		expect(json.map(({ action }) => action)).toEqual(['created', 'updated']);
		expect(posts()).toHaveLength(1);
		expect(ticketsTagged(uniqueTag)).toHaveLength(1);
	});

	it('and a request that was lost is told', async () => {
		simulator.faults.add({ kind: 'cut', when: 'before', path: '/v2/ticketing/ticket' });
		const { error } = await put({ uniqueTag: newTag() });
		expect(error?.message).toMatch(/may have been carried out, so it was not sent again/);
		expect(posts()).toHaveLength(1);
	});

	it('also after an item that failed', async () => {
		const uniqueTag = newTag();
		simulator.faults.add({ kind: 'status', status: 400, path: '/v2/ticketing/ticket' });
		const { json } = await put({ uniqueTag, options: { concurrency: 1 } }, [{}]);
		expect(json).toEqual([]);
		const again = await put({ uniqueTag }, [{}, {}]);
		expect(again.json.map(({ action }) => action)).toEqual(['created', 'updated']);
	});
});

describe('a ticket that was closed', () => {
	async function closed(uniqueTag: string, status: string): Promise<number> {
		const { json } = await put({ uniqueTag });
		await run('setStatus', { ticketId: json[0].id, status });
		return json[0].id as number;
	}

	it.each(['Closed', 'Resolved', 'Duplicate'])('as %s does not count', async (status) => {
		const uniqueTag = newTag();
		const id = await closed(uniqueTag, status);
		const { json } = await put({ uniqueTag });
		expect(json).toMatchObject([{ action: 'created' }]);
		expect(json[0].id).not.toBe(id);
	});

	it('is reopened where that is chosen', async () => {
		const uniqueTag = newTag();
		const id = await closed(uniqueTag, 'Closed');
		const { json } = await put({ uniqueTag, whenDone: 'reopen' });
		expect(json).toMatchObject([{ action: 'updated', id, status: { statusId: 2000 } }]);
	});

	it('is updated and stays closed where that is chosen', async () => {
		const uniqueTag = newTag();
		const id = await closed(uniqueTag, 'Closed');
		const { json } = await put({ uniqueTag, whenDone: 'update', subject: 'Later' });
		expect(json).toMatchObject([{ action: 'updated', id, subject: 'Later' }]);
		expect(tickets.get(id)?.status.statusId).toBe(6000);
	});
});

it('of several open tickets with the key the oldest is updated, and the others are told', async () => {
	const uniqueTag = newTag();
	const made: number[] = [];
	for (let count = 0; count < 3; count++) {
		const { json } = await run('create', { ...required, additionalFields: { tags: uniqueTag } });
		made.push(json[0].id as number);
	}
	const { json } = await put({ uniqueTag, subject: 'Full again' });
	const [oldest, ...others] = made;
	expect(json).toMatchObject([{ action: 'updated', id: oldest, otherOpenTickets: others }]);
	expect(tickets.get(others[0])?.subject).toBe('Disk is full');
});

it('no ticket is made where the board does not tell tags', async () => {
	const scope = ninjaOne();
	scope.get('/v2/ticketing/ticket-form/1').reply(200, { id: 1, name: 'Default', fields: [] });
	scope.get('/v2/ticketing/statuses').reply(200, [{ name: 'NEW', statusId: 1000 }]);
	scope
		.post('/v2/ticketing/trigger/board/2/run')
		.times(2)
		.reply(200, { data: [{ id: 1001, status: 1000 }], metadata: {} });
	const create = scope.post('/v2/ticketing/ticket').reply(200, { id: 1002 });
	const { error } = await runNode({
		parameters: {
			resource: 'ticket',
			operation: 'createOrUpdate',
			...required,
			board: byId(2),
			uniqueTag: newTag(),
		},
		credential,
	});
	expect(error?.message).toMatch(/come without their tags.*no ticket was made/);
	expect(create.isDone()).toBe(false);
});

it('a dry run looks for the ticket and changes nothing', async () => {
	const { json } = await put({ uniqueTag: newTag(), options: { dryRun: true } }, [{}, {}]);
	expect(json).toMatchObject([{ dryRun: true }, { dryRun: true }]);
	expect(changesSentTo(simulator)).toEqual([]);
});

import type { INodeParameters } from 'n8n-workflow';
import { post } from '../../api/endpoint';
import { call } from '../../api/request';
import { resources } from '../../resources';
import { catalog } from '../../operations/catalog';
import { operation } from '../../operations/operation';
import { callAsAgent } from '../harness/agent';
import { technicianOf } from '../harness/credentials';
import { fills } from '../harness/drive';
import { runNode, type RunSettings } from '../harness/engine';
import { byId, credential, ninjaOne } from '../harness/nock';
import { operationsNode } from '../harness/nodeTypes';
import { samples } from '../harness/samples';
import { sampleFiles } from '../harness/samples/files';
import { withSimulator } from '../harness/simulated';

const items = (count: number) => Array.from({ length: count }, (_, i) => ({ id: i + 1 }));
const eachItem = { __rl: true, mode: 'id', value: '={{ $json.id }}' } as never;
const reboot = {
	resource: 'device',
	operation: 'reboot',
	deviceId: eachItem,
	options: { concurrency: 1 },
};

const made = { undocumented: 'for this test' };
const steps = [post('/v2/first', made), post('/v2/second', made)] as const;

/** A node that changes two things for an item, one after the other. */
const twoSteps = operationsNode({
	trial: {
		name: 'Trial',
		description: 'Operations for this test',
		operations: {
			both: operation({
				name: 'Both',
				action: 'Do both',
				description: 'Changes two things',
				endpoints: steps,
				fields: {},
				async run({ send }) {
					await send(call(steps[0]));
					await send(call(steps[1]));
					return [{ success: true }];
				},
			}),
		},
	},
});

/** Status of the answer to the reboot of a device, the first time and the times after; 204 where nothing is said. */
type Answers = Record<number, [first: number, later: number]>;

/** What NinjaOne may have acted on, and what it turned down. */
const lost: [number, number] = [502, 204];
const refused: [number, number] = [404, 204];

/** A NinjaOne that counts the reboots of each device. */
function reboots(answers: Answers = {}): Record<number, number> {
	const orders: Record<number, number> = {};
	ninjaOne()
		.persist()
		.post(/\/reboot\//)
		.reply((url) => {
			const id = Number(url.split('/')[3]);
			orders[id] = (orders[id] ?? 0) + 1;
			const [first, later] = answers[id] ?? [204, 204];
			return [orders[id] === 1 ? first : later];
		});
	return orders;
}
const once = (count: number) => Object.fromEntries(items(count).map(({ id }) => [id, 1]));
const run = async (more: Partial<RunSettings> = {}) =>
	await runNode({ parameters: reboot, items: items(10), credential, tries: 3, ...more });

describe('with Retry On Fail, a node that starts something', () => {
	it('sends no order twice when an answer is lost, and carries out all the others', async () => {
		const orders = reboots({ 4: lost });
		const { error } = await run();
		expect(orders).toEqual(once(10));
		expect(error?.message).toMatch(
			/may have been carried out, so Retry On Fail did not send it again/,
		);
		expect(error?.description).toMatch(
			/9 of 10 items were carried out before the node stopped. 1 more may have been/,
		);
		expect(error?.context).toMatchObject({ itemIndex: 3 });
	});

	it('tries again what was surely not carried out, and gives the rows of all tries', async () => {
		const orders = reboots({ 4: refused });
		const { json, items: out, error } = await run();
		expect(error).toBeUndefined();
		expect(json.map(({ deviceId }) => deviceId)).toEqual(items(10).map(({ id }) => id));
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual(items(10).map((_, item) => ({ item })));
		expect(orders).toEqual({ ...once(10), 4: 2 });
	});

	it('does so where it goes on when an item fails', async () => {
		const orders = reboots({ 1: lost, 3: refused });
		const { json, hints } = await run({ onError: 'continueRegularOutput' });
		expect(orders).toEqual({ ...once(10), 3: 2 });
		expect(json[0].error).toMatch(/so Retry On Fail did not send it again/);
		expect(json.slice(1).map(({ deviceId }) => deviceId)).toEqual(
			items(10)
				.slice(1)
				.map(({ id }) => id),
		);
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^1 of 10 items failed/),
		]);
	});

	it('tries again where no connection came about', async () => {
		const code = 'ECONNREFUSED';
		const scope = ninjaOne()
			.post('/v2/device/1/reboot/NORMAL')
			.replyWithError(Object.assign(new Error(code), { code }))
			.post('/v2/device/1/reboot/NORMAL')
			.reply(204);
		const { json } = await run({ items: items(1) });
		expect(json).toEqual([expect.objectContaining({ success: true, deviceId: 1 })]);
		expect(scope.isDone()).toBe(true);
	});

	it('leaves an item alone of which a part was carried out, and says so', async () => {
		const scope = ninjaOne().post('/v2/first').reply(204).post('/v2/second').reply(404, {});
		scope.post('/v2/first').reply(204);
		const parameters = { resource: 'trial', operation: 'both' };
		const { error } = await run({ nodeType: twoSteps, parameters, items: items(1) });
		expect(error?.message).toMatch(
			/A part of this item was carried out, so Retry On Fail did not send it again/,
		);
		expect(error?.description).toMatch(/this item had changed something already/);
		expect(scope.pendingMocks()).toHaveLength(1);
	});

	it('starts all over in the next execution', async () => {
		const orders = reboots();
		await run();
		await run();
		expect(orders[1]).toBe(2);
	});

	it('keeps nothing from one run to another within an execution', async () => {
		const orders = reboots();
		await run({ runs: 2 });
		expect(orders).toEqual(Object.fromEntries(items(10).map(({ id }) => [id, 2])));
	});

	it('does the same as a tool that an agent calls', async () => {
		const orders = reboots({ 7: lost });
		const parameters = { ...reboot, deviceId: byId("={{ $fromAI('device', '', 'number') }}") };
		const calls = [{ device: 7 }, { device: 8 }, { device: 8 }];
		const heard = await callAsAgent({ parameters, calls, credential, tries: 3 });
		expect(orders).toEqual({ 7: 1, 8: 2 });
		expect(heard[0]).toMatch(/so Retry On Fail did not send it again/);
		expect(heard[1]).toMatch(/"success":true/);
	});
});

describe('with Retry On Fail, no item that got no answer is done again by', () => {
	const simulator = withSimulator({ organizations: 3, devices: 60 });
	const notReads = /^(?!.*\/board\/[^/]+\/run$)/;
	const changes = catalog(resources)
		.filter(({ effect }) => effect !== 'read')
		.map((entry) => [`${entry.resource}.${entry.operation}`, entry] as const);

	it.each(changes)('%s', async (key, { resource, operation, effect, requests }) => {
		const orders = requests.filter(({ method, path }) => method !== 'GET' && notReads.test(path));
		for (const { method } of orders) {
			simulator.faults.add({ kind: 'cut', method, path: notReads, times: 'always' });
		}
		const count = effect === 'write' ? 2 : 10;
		await runNode({
			parameters: { resource, operation, ...samples[key][0] } as INodeParameters,
			items: items(count),
			files: sampleFiles,
			credential: technicianOf(simulator),
			tries: 3,
		});
		const arrived = new Map<string, number>();
		for (const request of simulator.requests.all()) {
			if (!orders.some((order) => fills(request as never, order))) continue;
			const order = `${request.method} ${request.path}`;
			arrived.set(order, (arrived.get(order) ?? 0) + 1);
		}
		// In one try of an item, what starts or removes something is sent once, what sets a state six times.
		const most = Math.max(0, ...arrived.values());
		if (effect === 'write') expect(most).toBeLessThanOrEqual(6 * count);
		else expect(most).toBe(count);
	});
});

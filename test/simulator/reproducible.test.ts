import { createSimulator, type SimulatorOptions } from '../../simulator';
import { during } from './client';

const baseTime = Date.UTC(2026, 5, 15);

/** The data alone, as text. */
function dataOf(options: SimulatorOptions): string {
	const { state } = createSimulator({ devices: 200, organizations: 5, baseTime, ...options });
	const { organizations, locations, devices, users, tickets, activities, alerts } = state;
	const tables = [organizations, locations, devices, users, tickets];
	return JSON.stringify([...tables.map((table) => table.all()), activities.all(), [...alerts]]);
}

describe('the seed', () => {
	it('gives the same data again', () => {
		expect(dataOf({ seed: 7 })).toBe(dataOf({ seed: 7 }));
	});

	it('gives other data when it is another', () => {
		expect(dataOf({ seed: 7 })).not.toBe(dataOf({ seed: 8 }));
	});

	it('gives the same organizations to a larger fleet', () => {
		const names = (devices: number) =>
			createSimulator({ devices, baseTime })
				.state.organizations.all()
				.map(({ name }) => name);
		expect(names(50)).toEqual(names(500));
	});

	it('gives the same answers over HTTP, reports too', async () => {
		const path = '/v2/queries/software?pageSize=1000';
		const read = async () => {
			const answers: unknown[] = [];
			await during({ seed: 7, baseTime }, async ({ get }) => {
				const { results } = await get<{ results: object[] }>(path);
				answers.push(results, await get('/v2/devices-detailed'));
			});
			return answers;
		};
		expect(await read()).toEqual(await read());
	});
});

describe('the size', () => {
	it('is what was asked for', () => {
		const { state } = createSimulator({
			organizations: 3,
			devices: 77,
			alerts: 11,
			activities: 222,
		});
		expect(state.organizations.size).toBe(3);
		expect(state.devices.size).toBe(77);
		expect(state.alerts.size).toBe(11);
		expect(state.activities.all()).toHaveLength(222);
	});

	it('is 5,000 devices in 25 organizations unless told otherwise, each with a name of its own', () => {
		const { state } = createSimulator();
		expect([state.organizations.size, state.devices.size, state.alerts.size]).toEqual([
			25, 5000, 250,
		]);
		const names = new Set(state.devices.all().map(({ systemName }) => systemName));
		expect(names.size).toBe(5000);
		expect(state.devices.get(5000)?.displayName).toMatch(/-5000$/);
		const owners = new Set(state.devices.all().map(({ organizationId }) => organizationId));
		expect(owners.size).toBe(25);
	});

	it('of the software report is as many rows as ordered', async () => {
		await during({ devices: 199, softwareRows: 1000 }, async ({ get }) => {
			const report = await get<{ results: object[] }>('/v2/queries/software?pageSize=10000');
			expect(report.results).toHaveLength(1000);
		});
	});

	it('can be nothing at all', () => {
		const { state } = createSimulator({ devices: 0 });
		expect([state.devices.size, state.alerts.size, state.activities.lastId]).toEqual([0, 0, 0]);
	});
});

describe('the simulator', () => {
	it('can stop and start again, with its data as it was', async () => {
		await during({}, async ({ simulator, call }) => {
			const port = Number(new URL(simulator.url).port);
			simulator.state.devices.remove(5);
			await simulator.stop();
			expect(() => simulator.url).toThrow('not started');
			await simulator.start(port);
			expect((await call('/v2/device/5')).status).toBe(404);
			expect((await call('/v2/device/6')).status).toBe(200);
		});
	});

	it('takes its time where it is told to', async () => {
		await during({ latencyMs: 40 }, async ({ call }) => {
			const start = performance.now();
			await call('/v2/organizations');
			expect(performance.now() - start).toBeGreaterThan(35);
		});
	});
});

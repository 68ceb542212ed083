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
	it('gives the same data again, and other data when it is another', () => {
		const first = dataOf({ seed: 7 });
		expect(dataOf({ seed: 7 })).toBe(first);
		expect(dataOf({ seed: 8 })).not.toBe(first);
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
	it.each<[SimulatorOptions, number[]]>([
		[{ organizations: 3, devices: 77, alerts: 11, activities: 222 }, [3, 77, 11, 222]],
		[{}, [25, 5000, 250, 5000]],
		[{ devices: 0 }, [25, 0, 0, 0]],
		[{ devices: 40, alerts: 60 }, [25, 40, 60, 60]],
	])('of %j is %j organizations, devices, alerts and activities', (options, sizes) => {
		const { organizations, devices, alerts, activities } = createSimulator(options).state;
		const all = activities.all().length;
		expect([organizations.size, devices.size, alerts.size, all]).toEqual(sizes);
		const names = new Set(devices.all().map(({ systemName }) => systemName));
		expect(names.size).toBe(devices.size);
	});

	it('of the software report is as many rows as ordered', async () => {
		await during({ devices: 199, softwareRows: 1000 }, async ({ get }) => {
			const report = await get<{ results: object[] }>('/v2/queries/software?pageSize=10000');
			expect(report.results).toHaveLength(1000);
		});
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

	it('takes its time where it is asked to', async () => {
		await during({ latencyMs: 40 }, async ({ call }) => {
			const start = performance.now();
			await call('/v2/organizations');
			expect(performance.now() - start).toBeGreaterThan(35);
		});
	});
});

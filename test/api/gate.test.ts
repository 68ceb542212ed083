import { createGate } from '../../api/gate';

/** A task that ends when it is let. */
function held() {
	let release = () => {};
	const done = new Promise<void>((resolve) => (release = resolve));
	return { task: async () => await done, release };
}

const settle = async () => {
	for (let i = 0; i < 10; i++) await Promise.resolve();
};

describe('the gate', () => {
	it('lets the first request go alone', async () => {
		const gate = createGate(5);
		const first = held();
		let started = 0;
		const all = [first, held(), held()].map(
			async ({ task }) =>
				await gate.pass(async () => {
					started += 1;
					await task();
				}),
		);
		await settle();
		expect(started).toBe(1);
		gate.succeeded();
		await settle();
		expect(started).toBe(2);
		expect(all).toHaveLength(3);
	});

	it('grows with each success up to its ceiling', () => {
		const gate = createGate(5);
		const widths = Array.from({ length: 8 }, () => {
			gate.succeeded();
			return gate.width;
		});
		expect(widths).toEqual([2, 3, 4, 5, 5, 5, 5, 5]);
	});

	it('halves when NinjaOne throttles, never below one', () => {
		const gate = createGate(20);
		for (let i = 0; i < 30; i++) gate.succeeded();
		const widths = Array.from({ length: 6 }, () => {
			gate.throttled();
			return gate.width;
		});
		expect(widths).toEqual([10, 5, 2, 1, 1, 1]);
	});

	it('grows slowly after it was throttled: by one a round, not by one a request', () => {
		const gate = createGate(20);
		for (let i = 0; i < 30; i++) gate.succeeded();
		gate.throttled();
		for (let i = 0; i < 10; i++) gate.succeeded();
		expect(gate.width).toBe(10);
		for (let i = 0; i < 5; i++) gate.succeeded();
		expect(gate.width).toBe(11);
	});

	it('lets the next in when a task throws', async () => {
		const gate = createGate(1);
		const failing = gate.pass(async () => await Promise.reject(new Error('no')));
		await expect(failing).rejects.toThrow('no');
		await expect(gate.pass(async () => 'next')).resolves.toBe('next');
	});
});

import type { Simulator } from '../../simulator';

/** The clocks of NinjaOne and of n8n's machine. They stand still unless they are told to go on. */
export interface TestClock {
	/** NinjaOne's, in epoch milliseconds: for the option `now` of a simulator. */
	now(): number;
	/** By how much n8n's is ahead. */
	n8nAheadMs: number;
	pass(seconds: number): void;
	/** From now on each request takes so long, by both clocks; 0 for none. */
	slow(simulator: Simulator, seconds: number): void;
}

/** Puts a clock in place of the machine's for the tests of a file. */
export function testClock(): TestClock {
	let ms = Date.UTC(2026, 0, 5);
	let slowly: { simulator: Simulator; from: number; seconds: number } | undefined;
	const settle = () => {
		ms = clock.now();
		if (slowly) slowly.from = slowly.simulator.requests.all().length;
	};
	const clock: TestClock = {
		n8nAheadMs: 0,
		now() {
			const requests = slowly ? slowly.simulator.requests.all().length - slowly.from : 0;
			return ms + Math.max(requests, 0) * (slowly?.seconds ?? 0) * 1000;
		},
		pass(seconds) {
			settle();
			ms += seconds * 1000;
		},
		slow(simulator, seconds) {
			settle();
			slowly = { simulator, from: simulator.requests.all().length, seconds };
		},
	};
	beforeEach(() => {
		settle();
		slowly = undefined;
		clock.n8nAheadMs = 0;
		jest.spyOn(Date, 'now').mockImplementation(() => clock.now() + clock.n8nAheadMs);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	return clock;
}

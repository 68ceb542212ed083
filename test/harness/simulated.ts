import { createSimulator, type Simulator, type SimulatorOptions } from '../../simulator';
import { simulatorCredential, type TypedCredential } from './credentials';
import { timeOut } from './timeouts.js';

/** A simulator whose fault `hang` takes no time: a request that arrived and hangs is over by its time-out at once. */
export function createTestSimulator(options: SimulatorOptions): Simulator {
	const simulator = createSimulator(options);
	simulator.faults.onHang(timeOut);
	return simulator;
}

/** Starts a simulator for the tests of a file, and stops it after them. Its log and faults are empty in each test. */
export function withSimulator(options: SimulatorOptions): Simulator {
	const simulator = createTestSimulator(options);
	beforeAll(async () => {
		await simulator.start();
	});
	beforeEach(() => {
		simulator.requests.clear();
		simulator.faults.clear();
	});
	afterAll(async () => {
		await simulator.stop();
	});
	return simulator;
}

/** A credential for a running simulator. */
export const credentialFor = (simulator: Simulator, more: TypedCredential = {}): TypedCredential =>
	simulatorCredential(simulator.url, more);

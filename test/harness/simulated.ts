import { apps, createSimulator, type Simulator, type SimulatorOptions } from '../../simulator';
import type { TypedCredential } from './credentials';

/** Starts a simulator for the tests of a file, and stops it after them. Its log and faults are empty in each test. */
export function withSimulator(options: SimulatorOptions): Simulator {
	const simulator = createSimulator(options);
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
export function credentialFor(simulator: Simulator, more: TypedCredential = {}): TypedCredential {
	const { clientId, clientSecret } = apps.full;
	return {
		region: 'custom',
		customHost: simulator.url,
		clientId,
		clientSecret,
		scopes: ['monitoring', 'management'],
		...more,
	};
}

import type { IDataObject } from 'n8n-workflow';
import { request } from 'undici';
import { activate, waitingFor } from '../../test/harness/poll';
import { credentialFor } from '../account';
import { signIn } from '../bareClient';
import { atMost, exactly } from '../figures';
import type { Bench, Measure, SimulatorProcess } from '../measure';

const devices = 5000;
const alerts = 5000;
/** More than a page, so that all that is remembered is full. */
const burst = 2500;
const anyCall = '/v2/.*';

/** The trigger runs every minute for years: what it costs when nothing happens must not grow with the fleet. */
export const measure: Measure = {
	letter: 'h',
	title: `Polls of the trigger with ${alerts} alerts standing`,
	async run(bench: Bench) {
		const simulator = await bench.simulator({ devices, alerts });
		const trigger = activate({
			parameters: waitingFor([{ event: 'newActivity' }, { event: 'newAlert' }]),
			credential: credentialFor(simulator.url),
		});
		await trigger.poll();
		const idle = await requestsOf(simulator, trigger);
		const size = await answerSize(simulator);
		await happen(simulator, { what: 'burst', count: burst });
		const items = (await trigger.poll()) ?? [];
		const told = items.filter(({ event }) => event === 'newActivity').length;
		if (told !== burst) throw new Error(`${told} of ${burst} activities were told`);
		const state = Buffer.byteLength(JSON.stringify(trigger.stored()));
		const within = await requestsOf(simulator, trigger);
		const fleet = `${devices} devices, ${alerts} alerts standing`;
		return [
			exactly(1, {
				name: 'Requests of a poll when nothing has happened',
				unit: 'requests',
				value: idle,
				details: fleet,
			}),
			atMost(1024, {
				name: 'What is received by it',
				unit: 'bytes',
				value: size,
				details: `${fleet}; with all headers`,
			}),
			atMost(6, {
				name: `Requests of a poll within the look-back after a burst of ${burst}`,
				unit: 'requests',
				value: within,
				details: 'looks again for what becomes visible late, for 15 minutes',
			}),
			atMost(10_240, {
				name: `State of the trigger after a burst of ${burst}`,
				unit: 'bytes',
				value: state,
				details: `${Buffer.byteLength(JSON.stringify(trigger.held()))} bytes a poll later`,
			}),
		];
	},
};

/** Requests that one poll takes. */
async function requestsOf(
	simulator: SimulatorProcess,
	trigger: ReturnType<typeof activate>,
): Promise<number> {
	const before = await simulator.requestsTo(anyCall);
	await trigger.poll();
	return (await simulator.requestsTo(anyCall)) - before;
}

async function happen({ url }: SimulatorProcess, what: IDataObject): Promise<void> {
	const { body } = await request(`${url}/_simulator/happen`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(what),
	});
	await body.dump();
}

/** Bytes of the answer to the last request, which is asked for again. */
async function answerSize({ url, lastRequestTo }: SimulatorProcess): Promise<number> {
	const last = await lastRequestTo(anyCall);
	const { headers, body } = await request(`${url}${last}`, { headers: await signIn(url) });
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
	return Buffer.byteLength(`HTTP/1.1 200 OK\r\n${lines.join('')}\r\n${await body.text()}`);
}

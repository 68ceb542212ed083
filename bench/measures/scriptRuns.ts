import { request } from 'undici';
import { resources } from '../../resources';
import { operationsNode } from '../../test/harness/nodeTypes';
import { technicianFor } from '../account';
import { runNode } from '../engine';
import { atMost, exactly } from '../figures';
import type { Bench, Measure } from '../measure';

const count = 50;
/** Of the simulator's library. */
const bridgeScriptId = 811;

/** Scripts on many devices at once, awaited together while NinjaOne throttles. */
export const measure: Measure = {
	letter: 'g',
	title: `Run PowerShell on ${count} devices and wait`,
	async run(bench: Bench) {
		const simulator = await bench.simulator({ devices: 400 });
		const credential = await technicianFor(simulator.url);
		const ninjaOne = operationsNode(resources);
		const windows = await runNode(ninjaOne, {
			parameters: {
				resource: 'device',
				operation: 'getMany',
				limit: count,
				filters: { classes: ['WINDOWS_SERVER', 'WINDOWS_WORKSTATION'], connectivity: 'online' },
			},
			credential,
		});
		await throttle(simulator.url);
		const started = performance.now();
		const results = await runNode(ninjaOne, {
			parameters: {
				resource: 'script',
				operation: 'runPowerShell',
				deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				bridgeScriptId,
				script: 'Get-Volume',
				wait: true,
			},
			items: windows.map(({ json }) => json),
			credential,
		});
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		const good = results.filter(({ json }) => json.outcome === 'success' && json.output).length;
		return [
			exactly(count, {
				name: `Good results of ${count} script runs`,
				unit: 'results',
				value: good,
				details: `in ${seconds} s, six calls throttled`,
			}),
			exactly(count + 6, {
				name: 'Orders that arrived, with the six that were throttled',
				unit: 'requests',
				value: await simulator.requestsTo('/v2/device/[0-9]+/script/run'),
				details: 'each device once',
			}),
			atMost(15, {
				name: 'Looks at the activities for all of them',
				unit: 'requests',
				value: await simulator.requestsTo('/v2/activities'),
				details: 'one per interval for the whole batch, none per device',
			}),
		];
	},
};

const throttle = async (url: string) => {
	const { body } = await request(`${url}/_simulator/faults`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ kind: 'throttle', path: 'script/run$', times: 6, skip: 5 }),
	});
	await body.dump();
};

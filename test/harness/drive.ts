import { resources } from '../../nodes/NinjaOne/resources';
import { createSimulator } from '../../simulator';
import type { SentRequest } from './contract';
import { technicianOf } from './credentials';
import { runNode } from './engine';
import { pendingDevice, samples, someUid } from './samples';
import { sampleFiles } from './samples/files';

/** Drives every operation with all its samples against a simulator; gives what was sent, by operation. */
export async function driveEverything(): Promise<Map<string, SentRequest[]>> {
	const simulator = createSimulator({ organizations: 3, devices: 60 });
	await simulator.start();
	// Some calls need a signed-in technician.
	const credential = technicianOf(simulator);
	const sent = new Map<string, SentRequest[]>();
	try {
		for (const [key, parameterSets] of Object.entries(samples)) {
			const [resource, operation] = key.split('.');
			simulator.requests.clear();
			for (const { lacking, ...parameters } of parameterSets) {
				simulator.faults.clear();
				for (const path of (lacking ?? []) as string[]) {
					simulator.faults.add({ kind: 'status', status: 404, path, times: 'always' });
				}
				// Samples that act on an alert act on this one.
				simulator.state.triggerAlert(1, { uid: someUid });
				simulator.state.addDevice({ id: pendingDevice, approvalStatus: 'PENDING' });
				const { error } = await runNode({
					parameters: { resource, operation, ...parameters },
					credential,
					files: sampleFiles,
				});
				if (error) throw new Error(`Sample of ${key}: ${error.message}`);
			}
			sent.set(
				key,
				simulator.requests
					.all()
					.filter(({ path }) => path.startsWith('/v2/'))
					.map(
						({ method, path, query, body, headers }) =>
							({
								method,
								path,
								query,
								body,
								contentType: headers['content-type'],
							}) as SentRequest,
					),
			);
		}
	} finally {
		await simulator.stop();
	}
	return sent;
}

/** Keys of all operations, such as `device.getMany`. */
export const operationKeys = Object.entries(resources).flatMap(([resource, { operations }]) =>
	Object.keys(operations).map((operation) => `${resource}.${operation}`),
);

/** Whether a request fills a template such as `/v2/device/{id}`. */
export function fills({ method, path }: SentRequest, template: { method: string; path: string }) {
	const pattern = new RegExp(`^${template.path.replace(/\{\w+\}/g, '[^/]+')}$`);
	return method === template.method && pattern.test(path);
}

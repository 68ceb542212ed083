import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { resources } from '../../resources';
import { type Answer, createSimulator, type Optionals, type Simulator } from '../../simulator';
import { technicianOf } from './credentials';
import { runNode } from './engine';
import { samples } from './samples';
import { pendingDevice, someUid, windowsServer } from './samples/common';
import { sampleFiles } from './samples/files';
import { largeSimulator, pageSamples } from './samples/pages';
import type { SentRequest } from './sent';

export { fills } from './sent';

/** What came of all samples of one operation. */
export interface Driven {
	sent: SentRequest[];
	/** What the simulator answered where it did what was asked; not of lists that turn pages. */
	answers?: Answer[];
	/** JSON of the output items, where the sample does not ask for another output than the usual. */
	rows: IDataObject[];
	/** What samples ended in, where that is allowed. */
	failures: string[];
}

/** Drives every operation with all its samples, and each list with pages until it turns one; by operation. */
export async function driveEverything(): Promise<Map<string, Driven>> {
	const driven = await driveSamples();
	// Of the larger one requests count, and not its thousands of rows.
	for (const [key, { sent }] of await driveAll(largeSimulator(), pageSamples)) {
		driven.get(key)?.sent.push(...sent);
	}
	return driven;
}

/**
 * Drives every operation with all its samples, by operation.
 * @param optionals what becomes of properties that an answer need not have; a sample may fail where they are not `seeded`
 */
export async function driveSamples(optionals: Optionals = 'seeded'): Promise<Map<string, Driven>> {
	const answers: Answer[] = [];
	const onAnswer = (answer: Answer) => void answers.push(answer);
	const small = createSimulator({ organizations: 3, devices: 60, optionals, onAnswer });
	runForGood(small, windowsServer);
	return await driveAll(small, samples, { answers, mayFail: optionals !== 'seeded' });
}

async function driveAll(
	simulator: Simulator,
	all: Readonly<Record<string, INodeParameters[]>>,
	{ answers = [], mayFail = false }: { answers?: Answer[]; mayFail?: boolean } = {},
): Promise<Map<string, Driven>> {
	await simulator.start();
	const driven = new Map<string, Driven>();
	try {
		for (const [key, parameterSets] of Object.entries(all)) {
			simulator.requests.clear();
			const rows: IDataObject[] = [];
			const failures: string[] = [];
			const fail = (error: { message: string; description?: string }) => {
				if (!mayFail) throw new Error(`Sample of ${key}: ${error.message}`);
				failures.push(`${error.message} ${error.description ?? ''}`);
			};
			for (const parameters of parameterSets) {
				rows.push(...(await drive(simulator, key, parameters, fail)));
			}
			driven.set(key, { sent: sentTo(simulator), answers: answers.splice(0), rows, failures });
		}
	} finally {
		await simulator.stop();
	}
	return driven;
}

/** Rows of one sample; none where it asks for another output than the usual. */
async function drive(
	simulator: Simulator,
	key: string,
	{ lacking, ...parameters }: INodeParameters,
	fail: (error: { message: string; description?: string }) => void,
): Promise<IDataObject[]> {
	const [resource, operation] = key.split('.');
	simulator.faults.clear();
	for (const path of (lacking ?? []) as string[]) {
		simulator.faults.add({ kind: 'status', status: 404, path, times: 'always' });
	}
	// Samples that act on an alert act on this one.
	simulator.state.triggerAlert(1, { uid: someUid, withoutDevice: true });
	simulator.state.addDevice({ id: pendingDevice, approvalStatus: 'PENDING' });
	// Some calls need a signed-in technician.
	const credential = technicianOf(simulator);
	const run = async (given: INodeParameters) => {
		const settings = { parameters: { resource, operation, ...given }, credential };
		const { json, error } = await runNode({ ...settings, files: sampleFiles });
		if (error) fail(error);
		return json;
	};
	const found = await run(parameters);
	// All filters at once may leave nothing.
	const some = found.length > 0 ? found : await run(withoutFilters(parameters));
	return parameters.output === undefined ? some : [];
}

const withoutFilters = (parameters: INodeParameters): INodeParameters =>
	Object.fromEntries(
		Object.entries(parameters).filter(([name]) => !name.toLowerCase().endsWith('filters')),
	);

/** A job on a device that does not end, for what lists jobs. */
function runForGood({ state }: Simulator, deviceId: number): void {
	const job = { deviceId, jobType: 'SYSTEM', name: 'Defragmentation' };
	state.jobs.plan({ deviceId, name: job.name, ends: 'NEVER', times: 1 });
	state.jobs.start(job, [() => {}, () => {}]);
}

const sentTo = ({ requests }: Simulator): SentRequest[] =>
	requests
		.all()
		.filter(({ path }) => path.startsWith('/v2/'))
		.map(
			({ method, path, query, body, headers }) =>
				({ method, path, query, body, contentType: headers['content-type'] }) as SentRequest,
		);

/** Keys of all operations, such as `device.getMany`. */
export const operationKeys = Object.entries(resources).flatMap(([resource, { operations }]) =>
	Object.keys(operations).map((operation) => `${resource}.${operation}`),
);

import type { INodeParameters } from 'n8n-workflow';
import { resources } from '../../resources';
import { catalog } from '../../operations/catalog';
import { technicianOf } from '../harness/credentials';
import { runNode } from '../harness/engine';
import { samples } from '../harness/samples';
import { sampleFiles } from '../harness/samples/files';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ organizations: 3, devices: 60 });
const notReads = /^(?!.*\/board\/[^/]+\/run$)/;

/** Fails the first request of a change. */
const failOne = (method: string, status = 404) => {
	simulator.faults.add({ kind: 'status', status, method, path: notReads });
};

describe('where one item acts on many records and some fail', () => {
	const changes = catalog(resources)
		.filter(({ effect }) => effect !== 'read')
		.map((entry) => [`${entry.resource}.${entry.operation}`, entry] as const);
	const partly: string[] = [];

	it.each(changes)('%s says so', async (key, { resource, operation, requests }) => {
		const methods = new Set(requests.map(({ method }) => method));
		methods.delete('GET');
		const trials = samples[key].flatMap((sample) =>
			[...methods].map((method) => ({ sample, method })),
		);
		for (const { sample, method } of trials) {
			simulator.faults.clear();
			failOne(method);
			const { json, hints } = await runNode({
				parameters: { resource, operation, ...sample } as INodeParameters,
				credential: technicianOf(simulator),
				files: sampleFiles,
			});
			const failed = json.filter(({ success }) => success === false);
			if (failed.length === 0) continue;
			partly.push(key);
			const [{ error, ...about }] = failed;
			expect(error).toEqual(expect.stringMatching(/\w/));
			expect(Object.keys(about).some((name) => /id$/i.test(name))).toBe(true);
			const part = `${failed.length} of ${json.length} records failed`;
			expect(hints).toEqual([expect.objectContaining({ message: expect.stringContaining(part) })]);
		}
	});

	it('is seen in operations of several kinds', () => {
		expect(partly).toEqual(expect.arrayContaining(['customField.updateMany', 'document.delete']));
	});
});

const updateMany = {
	resource: 'customField',
	operation: 'updateMany',
	...samples['customField.updateMany'][0],
} as INodeParameters;

describe('Custom Field: Update Many', () => {
	const tell = async (more: object = {}) =>
		await runNode({ parameters: updateMany, credential: credentialFor(simulator), ...more });

	it('tells an agent in a row of its own that some records failed', async () => {
		failOne('PATCH');
		const { json } = await tell({ asTool: true });
		expect(json.at(-1)).toEqual({ hint: expect.stringMatching(/^1 of \d records failed/) });
	});

	it('says nothing where all went well', async () => {
		expect((await tell()).hints).toEqual([]);
	});

	it('does not repeat what was done where n8n takes a first record that failed for a node that failed', async () => {
		failOne('PATCH');
		const { json } = await tell({ tries: 3 });
		const patches = simulator.requests.matching({ method: 'PATCH' });
		expect(patches).toHaveLength(json.length);
	});
});

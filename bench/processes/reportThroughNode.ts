import { get } from '../../api/endpoint';
import { cursorPages } from '../../api/paging';
import { call } from '../../api/request';
import { operation, type Resources } from '../../operations/operation';
import { credentialFor } from '../account';
import { runNode } from '../engine';
import { operationsNode } from '../../test/harness/nodeTypes';

const software = get('/v2/queries/software', { paging: cursorPages });

const resources: Resources = {
	report: {
		name: 'Report',
		description: 'A report over the fleet',
		operations: {
			software: operation({
				name: 'Software',
				action: 'Get software report',
				description: 'List installed software',
				endpoints: [software],
				fields: {},
				request: () => call(software),
			}),
		},
	},
};

const reportNode = operationsNode(resources);

/** Reads software rows through the executor and the engine; the output items are what is kept. */
export async function prepare({ url, rows }: { url: string; rows: number }) {
	const credential = credentialFor(url);
	const read = async (limit: number) =>
		await runNode(reportNode, {
			parameters: { resource: 'report', operation: 'software', returnAll: false, limit },
			credential,
		});
	await read(1);
	return async () => await read(rows);
}

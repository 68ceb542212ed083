/** Lists every operation of the node: as a table, or with --json for tools. */
import { parseArgs } from 'node:util';
import { resources } from '../resources/index.ts';
import { catalog } from '../operations/catalog.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const entries = catalog(resources);

if (values.json) {
	console.log(JSON.stringify(entries, null, 2));
} else {
	console.table(
		entries.map(({ resource, name, effect, grant, requests }) => ({
			resource,
			operation: name,
			effect,
			grant,
			requests: requests.map(({ method, path }) => `${method} ${path}`).join(', '),
		})),
	);
}

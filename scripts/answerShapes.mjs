/**
 * Writes what NinjaOne's answers are made of, for the simulator: `npm run shapes -- path/to/openapi.yaml`.
 *
 * Only facts go in: names and types of properties, and the first value of an enumeration, of the requests that this
 * package sends.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OpenAPIBackend } from 'openapi-backend';
import { format, resolveConfig } from 'prettier';
import { resources } from '../resources/index.ts';
import { catalog } from '../operations/catalog.ts';
import { answerShapes } from './answerShapes.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'contracts', 'answerShapes.json');
const [file] = process.argv.slice(2);
if (!file) {
	console.error('Which OpenAPI file? Usage: npm run shapes -- path/to/openapi.yaml');
	process.exit(2);
}

const backend = new OpenAPIBackend({ definition: resolve(file), quick: true });
await backend.init();
const requests = catalog(resources).flatMap((entry) => entry.requests);
const shapes = answerShapes(backend.document, requests, ['AgentDevice']);
const options = await resolveConfig(target);
writeFileSync(target, await format(JSON.stringify(shapes), { ...options, parser: 'json' }));
console.log(
	`${Object.keys(shapes.answers).length} answers, ${Object.keys(shapes.shapes).length} shapes, ` +
		`${readFileSync(target).length} bytes`,
);
process.exit(0);

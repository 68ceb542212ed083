/**
 * Writes what NinjaOne's OpenAPI file has of each request into api/endpoints/documented.ts:
 *
 *   npm run endpoints -- path/to/openapi.yaml
 */
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OpenAPIBackend } from 'openapi-backend';
import { documentedSource } from './documented.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file] = process.argv.slice(2);
if (!file) {
	console.error('Which OpenAPI file? Usage: npm run endpoints -- path/to/openapi.yaml');
	process.exit(2);
}

const document = await new OpenAPIBackend({
	definition: resolve(file),
	quick: true,
}).loadDocument();
const source = documentedSource(document);
writeFileSync(join(root, 'api', 'endpoints', 'documented.ts'), source);
console.log(`${Object.keys(document.paths).length} paths, ${source.length} bytes`);

/** Writes what comes out of each operation, for n8n's editor: `npm run schemas`. */
import 'reflect-metadata';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { driveEverything } from '../test/harness/drive.ts';
import { outputSchemas, schemaFolder } from './outputSchemas.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const schemas = outputSchemas(await driveEverything());
rmSync(join(root, schemaFolder), { recursive: true, force: true });
for (const [path, text] of schemas) {
	const file = join(root, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}
console.log(`${schemas.size} schemas written`);
process.exit(0);

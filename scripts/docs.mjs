/** Writes what is generated into the documentation: the tables of operations. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generated, withGenerated } from './operationTable.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
for (const path of Object.keys(generated)) {
	const file = join(root, path);
	writeFileSync(file, withGenerated(path, readFileSync(file, 'utf8')));
	console.log(`${path}: tables of operations written`);
}

/** Writes what is generated into the documentation: the operation table of the README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withOperationTable } from './operationTable.ts';

const path = join(dirname(dirname(fileURLToPath(import.meta.url))), 'README.md');
writeFileSync(path, withOperationTable(readFileSync(path, 'utf8')));
console.log('README.md: operation table written');

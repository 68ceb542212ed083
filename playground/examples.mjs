/** The ready workflows of the repository. */

import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ROOT } from './prepare.mjs';

const EXAMPLES = join(ROOT, 'examples');

/** One by its file's name without the ending, which is its id in n8n, so that its address is known. */
export async function readExample(name) {
	return { ...JSON.parse(await readFile(join(EXAMPLES, `${name}.json`), 'utf8')), id: name };
}

/** All of them, in the order of their names. */
export async function readExamples() {
	const files = (await readdir(EXAMPLES)).filter((file) => file.endsWith('.json')).sort();
	return await Promise.all(files.map((file) => readExample(basename(file, '.json'))));
}

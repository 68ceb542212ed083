/** The compose file of docs/scaling.md, so that what it sets is what runs here. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installN8n } from '../../playground/install.mjs';
import { ROOT } from '../../playground/prepare.mjs';

/**
 * @returns {Promise<{ image: string, main: Record<string, string>, worker: Record<string, string> }>} how n8n's image is
 *   made, and the settings of each process
 */
export async function readCompose() {
	const { n8n } = await installN8n();
	const { parse } = createRequire(n8n)('yaml');
	const text = await readFile(join(ROOT, 'docs', 'compose.yaml'), 'utf8');
	const { main, worker } = parse(text, { merge: true }).services;
	return {
		image: main.build.dockerfile_inline,
		main: main.environment,
		worker: worker.environment,
	};
}

/** Settings that are the same everywhere: without those that each installation has for itself. */
export const common = (settings) =>
	Object.fromEntries(Object.entries(settings).filter(([, value]) => !value.startsWith('${')));

/** What must be there before a server can start: what the build needs, the package, and n8n. */

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installN8n } from './install.mjs';
import { npm } from './processes.mjs';
import { step } from './progress.mjs';

/** The repository, which is also the package's folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything that must be installed or built; takes a while the first time. */
export async function prepare() {
	const { ensureInstalled } = await import('../scripts/install.mjs');
	await step('Checking what the build needs', ensureInstalled);
	await step('Building the package', () => npm(['run', 'build'], { cwd: ROOT }));
	await installN8n();
}

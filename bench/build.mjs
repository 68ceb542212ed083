/** Builds the package when dist is older than its sources. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../playground/processes.mjs';
import { root } from './root.mjs';

const sources = ['api', 'credentials', 'nodes', 'operations', 'resources', 'icons'];

/** Epoch milliseconds of the newest file below a folder; 0 where there is none. */
function newest(folder) {
	if (!existsSync(folder)) return 0;
	const files = readdirSync(folder, { recursive: true, withFileTypes: true });
	const times = files
		.filter((file) => file.isFile())
		.map(({ parentPath, path, name }) => statSync(join(parentPath ?? path, name)).mtimeMs);
	return Math.max(0, ...times);
}

/** Whether everything is there that n8n will look for; a build that was broken off leaves parts. */
function complete() {
	const { nodes, credentials } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).n8n;
	return [...nodes, ...credentials].every((file) => existsSync(join(root, file)));
}

export async function build() {
	const newestSource = Math.max(...sources.map((folder) => newest(join(root, folder))));
	if (complete() && newest(join(root, 'dist')) > newestSource) return;
	console.error('Building the package ...');
	await npm(['run', 'build'], { cwd: root });
}

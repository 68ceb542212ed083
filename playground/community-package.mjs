/** Puts the package into an n8n the way n8n itself does when a person installs it from the editor. */

import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { npm, run } from './processes.mjs';

/**
 * Packs a built package and unpacks it among the community nodes of a user folder.
 *
 * @param {string} packageDir folder of the package
 * @param {string} home n8n's user folder
 */
export async function installCommunityPackage(packageDir, home) {
	const nodes = join(home, '.n8n', 'nodes');
	await mkdir(nodes, { recursive: true });
	const unpacked = await packAndUnpack(packageDir, await mkdtemp(join(nodes, 'unpack-')));
	const manifest = await stripDependencies(join(unpacked, 'package.json'));

	const target = join(nodes, 'node_modules', manifest.name);
	await rm(target, { recursive: true, force: true });
	await mkdir(dirname(target), { recursive: true });
	await rename(unpacked, target);
	await rm(dirname(unpacked), { recursive: true });
	await writeJson(join(nodes, 'package.json'), {
		name: 'installed-nodes',
		private: true,
		dependencies: { [manifest.name]: manifest.version },
	});
}

/** What is unpacked is what npm would publish: a file that `files` forgets is missing here, too. */
async function packAndUnpack(packageDir, folder) {
	const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
	const [{ filename }] = JSON.parse(await npm(args, { cwd: packageDir }));
	await run('tar', ['-xzf', filename], { cwd: folder });
	return join(folder, 'package');
}

/** n8n gives a community package its own n8n-workflow, and installs nothing for development. */
async function stripDependencies(path) {
	const { devDependencies, peerDependencies, optionalDependencies, ...manifest } = JSON.parse(
		await readFile(path, 'utf8'),
	);
	await writeJson(path, manifest);
	return manifest;
}

async function writeJson(path, value) {
	await writeFile(path, `${JSON.stringify(value, null, '\t')}\n`);
}

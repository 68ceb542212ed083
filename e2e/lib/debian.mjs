/** Programs of Debian and its kin: installed for everybody, or unpacked for one scenario. */

import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../playground/processes.mjs';

const APT = '/usr/bin/apt-get';
const WITHOUT_EXTRAS = '--no-install-recommends';

/** Installs packages. Takes root, or a sudo that asks nothing. */
export async function install(...packages) {
	await update();
	await asRoot(APT, 'install', '-y', WITHOUT_EXTRAS, ...packages);
}

/**
 * Unpacks a package, and those that it needs and that are not installed, into a folder. Nothing of it is installed, so no
 * service starts, and nobody has to be root.
 *
 * @returns {Promise<{ root: string, env: Record<string, string> }>} what stands for `/`, and what its programs need to run
 */
export async function unpack(name, folder) {
	if (!existsSync(APT)) throw new Error(`There is no ${name} on this machine, and no apt-get`);
	const root = join(folder, 'root');
	await mkdir(root, { recursive: true });
	await download(name, folder).catch(async () => {
		await update();
		await download(name, folder);
	});
	for (const file of await readdir(folder))
		if (file.endsWith('.deb')) await run('dpkg-deb', ['--extract', file, root], { cwd: folder });
	const libraries = await readdir(join(root, 'usr', 'lib'));
	const paths = libraries.map((each) => join(root, 'usr', 'lib', each));
	return { root, env: { ...process.env, LD_LIBRARY_PATH: paths.join(':') } };
}

async function download(name, cwd) {
	const plan = await run(APT, ['install', '--simulate', WITHOUT_EXTRAS, name]);
	const missing = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, each]) => each);
	await run(APT, ['download', ...missing], { cwd });
}

const update = () => asRoot(APT, 'update');

async function asRoot(...command) {
	if (!existsSync(APT)) throw new Error('There is no apt-get on this machine');
	const [program, ...args] = process.getuid() === 0 ? command : ['sudo', '-n', ...command];
	await run(program, args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

/** Where the programs of Redis and PostgreSQL are. */

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { unpack } from '../lib/debian.mjs';

/**
 * The machine's own programs, or else Debian's, unpacked.
 *
 * @param {string[]} programs that are in one folder
 * @param {string} packageName Debian's name for what has them
 * @param {string} data a folder for what is unpacked
 * @returns {Promise<{ bin: string, env: Record<string, string> }>} that folder, and the environment that they need
 */
export async function find(programs, packageName, data) {
	const installed = await folderOf(programs, '/', process.env.PATH.split(delimiter));
	if (installed) return { bin: installed, env: process.env };
	const folder = join(data, packageName);
	const { root, env } = await unpack(packageName, folder);
	return { bin: await folderOf(programs, root, [join(root, 'usr/bin')]), env };
}

/** Debian has PostgreSQL's programs in a folder for each version, outside of the path. */
async function folderOf(programs, root, folders) {
	const versions = join(root, 'usr/lib/postgresql');
	const numbers = await readdir(versions).catch(() => []);
	const all = [...folders, ...numbers.map((number) => join(versions, number, 'bin'))];
	return all.find((folder) => programs.every((name) => existsSync(join(folder, name))));
}

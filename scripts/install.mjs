/**
 * Installs the development dependencies when they are missing or do not match the lock file, so that every script of
 * this repository works on a bare checkout. Uses nothing but Node.js.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Packages by path, as a lock file has them. */
const packagesOf = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;

/**
 * Whether all that the lock file asks for is there, whoever installed it: npm writes down what it has installed when it
 * is done. Optional packages are those of other platforms.
 */
function isInstalled() {
	const record = 'node_modules/.package-lock.json';
	if (!existsSync(join(root, record))) return false;
	const installed = packagesOf(record);
	return Object.entries(packagesOf('package-lock.json')).every(
		([path, { version, optional }]) =>
			path === '' || optional || (path in installed && installed[path].version === version),
	);
}

/**
 * Runs `npm ci` where it is needed. Says so on standard error, where it stays out of the output of scripts that print
 * JSON.
 * @throws Error when npm fails
 */
export async function ensureInstalled() {
	if (isInstalled()) return;
	console.error('Installing the development dependencies (1 to 3 minutes the first time) ...');
	const started = Date.now();
	const { status, error } = spawnSync('npm', ['ci'], {
		cwd: root,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32',
	});
	if (status !== 0) {
		throw new Error(
			`npm ci did not finish (${error?.message ?? `exit code ${status}`}). Check the network and run this again.`,
		);
	}
	console.error(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await ensureInstalled().catch((error) => {
		console.error(error.message);
		process.exit(1);
	});
}

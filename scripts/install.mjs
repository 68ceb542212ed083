/**
 * Installs the development dependencies when they are missing or do not match the lock file, so that every script of
 * this repository works on a bare checkout. Uses nothing but Node.js.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Inside node_modules, so that removing the folder removes the memory of it. */
const marker = join(root, 'node_modules', '.installed-lock');

/** Hash of what decides about the installation. */
function lockHash() {
	return createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');
}

/**
 * Runs `npm ci` once for each state of the lock file. Says so on standard error, where it stays out of the output of
 * scripts that print JSON.
 * @throws Error when npm fails
 */
export async function ensureInstalled() {
	const hash = lockHash();
	if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return;
	console.error('Installing the development dependencies (1 to 3 minutes the first time) ...');
	const started = Date.now();
	// Install scripts are left out: none of them is needed, and some want compilers or the network. Peers are as the lock
	// file has them: npm 10 and 11 disagree about the rest.
	const { status, error } = spawnSync(
		'npm',
		['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'],
		{ cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' },
	);
	if (status !== 0) {
		throw new Error(
			`npm ci did not finish (${error?.message ?? `exit code ${status}`}). Check the network and run this again.`,
		);
	}
	writeFileSync(marker, hash);
	console.error(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await ensureInstalled().catch((error) => {
		console.error(error.message);
		process.exit(1);
	});
}

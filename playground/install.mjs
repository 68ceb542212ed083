/** Installs n8n with a Node.js of its own, once for each lock file. Uses nothing but Node.js 20. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import {
	copyFile,
	mkdir,
	readFile,
	readdir,
	rename,
	rm,
	stat,
	utimes,
	writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { npm, run, stopOnSignal } from './processes.mjs';
import { say, step } from './progress.mjs';

const PLAYGROUND = dirname(fileURLToPath(import.meta.url));
const MANIFESTS = ['package.json', 'package-lock.json', '.npmrc'];

/** Modules that come as C++ or as a binary for one Node.js; not every n8n has each. */
const NATIVE = ['sqlite3', 'isolated-vm'];

/** npm has Node.js as a package for each of the common platforms. */
const [OS, NODE_FILE] =
	process.platform === 'win32' ? ['win', 'node.exe'] : [process.platform, 'node'];
const NODE_PACKAGE = `node-${OS}-${process.arch}`;

const HEARTBEAT_MS = 5_000;
const ABANDONED_AFTER_MS = 60_000;

/** Where installations and the demo's data are kept. */
export function cacheFolder() {
	const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return process.env.NINJAONE_PLAYGROUND_CACHE || join(caches, 'n8n-nodes-ninjaone');
}

/**
 * Makes sure that n8n is installed. The first time takes some ten minutes; afterwards it is instant.
 *
 * @param {string} [manifests] the folder that says which n8n and which Node.js
 * @returns {Promise<{ folder: string, node: string, n8n: string }>} the installation, the
 *   Node.js to run it with, and n8n's command line script
 */
export async function installN8n(manifests = PLAYGROUND) {
	const folder = join(cacheFolder(), `n8n-${await lockHash(manifests)}`);
	const installation = describe(manifests, folder);
	if (!existsSync(folder)) {
		await mkdir(cacheFolder(), { recursive: true });
		await alone(
			`${folder}.lock`,
			async () => existsSync(folder) || (await install(manifests, folder)),
		);
	}
	return installation;
}

/** The platform counts, too: a home folder may be shared between machines. */
async function lockHash(manifests) {
	const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
	for (const name of MANIFESTS) hash.update(await readFile(join(manifests, name)));
	return hash.digest('hex').slice(0, 12);
}

/**
 * Installs into a folder beside the final one, which it becomes by renaming when all is proven.
 * So an interrupted installation is never taken for a whole one.
 */
async function install(manifests, folder) {
	const draft = `${folder}.${process.pid}.draft`;
	await removeDrafts(folder);
	await mkdir(draft);
	for (const name of MANIFESTS) await copyFile(join(manifests, name), join(draft, name));

	const { n8n } = readManifest(manifests).dependencies;
	say(`n8n ${n8n} is not installed yet. This takes up to ten minutes, once, and 3 GB in ${folder}`);
	const count = await packageCounter(draft);
	await step('Installing n8n (1 of 2): fetching packages', () => fetchPackages(draft), count).catch(
		advise('Check that npm reaches its registry: npm ping'),
	);
	await step('Installing n8n (2 of 2): building its database driver', () =>
		buildDriver(manifests, draft),
	).catch(
		advise(
			'It takes Python 3, make and a C++ compiler. On Debian: apt-get install python3 make g++',
		),
	);
	await rename(draft, folder);
	say(`n8n ${n8n} is installed`);
}

const advise = (advice) => (error) => {
	throw new Error(`${error.message}\n\n${advice}`, { cause: error });
};

async function removeDrafts(folder) {
	const names = await readdir(dirname(folder));
	const drafts = names.filter(
		(name) => name.startsWith(basename(folder)) && name.endsWith('.draft'),
	);
	for (const name of drafts)
		await rm(join(dirname(folder), name), { recursive: true, force: true });
}

/**
 * Install scripts stay off: n8n runs without them, and several want to download things. The Node.js
 * that runs npm may be too old for n8n, which does not matter: n8n gets its own.
 */
async function fetchPackages(draft) {
	const exactly = ['--ignore-scripts', '--include=optional', '--engine-strict=false'];
	await npm(['ci', ...exactly, '--no-audit', '--no-fund', '--prefer-offline'], { cwd: draft });
}

/** sqlite3 is the one native module without a binary in its package; it must fit n8n's Node.js. */
async function buildDriver(manifests, draft) {
	const { node } = describe(manifests, draft);
	const bin = dirname(node);
	const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
	const headers = dirname(bin);
	if (existsSync(join(headers, 'include', 'node'))) env.npm_config_nodedir = headers;

	const scripts = ['--ignore-scripts=false', '--foreground-scripts'];
	await npm(['rebuild', 'sqlite3', ...scripts], { cwd: draft, env });
	const native = NATIVE.filter((name) => existsSync(join(draft, 'node_modules', name)));
	const proof = native.map((name) => `require('${name}')`).join(';');
	await run(node, ['-e', proof], { cwd: draft });
}

/** Counts the packages that have arrived: npm itself says nothing until the end. */
async function packageCounter(draft) {
	const lock = JSON.parse(await readFile(join(draft, 'package-lock.json'), 'utf8'));
	const packages = Object.keys(lock.packages).filter((path) => path !== '');
	const arrived = () =>
		packages.filter((path) => existsSync(join(draft, path, 'package.json'))).length;
	return () => `${arrived()} of some ${packages.length} packages unpacked`;
}

function describe(manifests, folder) {
	const modules = join(folder, 'node_modules');
	return { folder, node: chooseNode(manifests, modules), n8n: join(modules, 'n8n', 'bin', 'n8n') };
}

/** The Node.js in the installation or, where npm has none for this platform, the one that runs us. */
function chooseNode(manifests, modules) {
	const { dependencies, optionalDependencies } = readManifest(manifests);
	if (NODE_PACKAGE in optionalDependencies) return join(modules, NODE_PACKAGE, 'bin', NODE_FILE);
	const major = Number.parseInt(Object.values(optionalDependencies)[0], 10);
	if (Number.parseInt(process.versions.node, 10) >= major) return process.execPath;
	throw new Error(
		`n8n ${dependencies.n8n} needs Node.js ${major}, which npm does not offer for ${OS} on ${process.arch}. ` +
			`Install Node.js ${major} and run this again with it (this is ${process.version}).`,
	);
}

const readManifest = (manifests) =>
	JSON.parse(readFileSync(join(manifests, 'package.json'), 'utf8'));

/**
 * Does the work while holding a lock file. Who holds it touches it every few seconds, so that one
 * left behind by a process that was killed is known by its age.
 */
async function alone(lock, work) {
	await acquire(lock);
	const heartbeat = setInterval(() => void touch(lock), HEARTBEAT_MS);
	const release = () => rmSync(lock, { force: true });
	process.once('exit', release);
	try {
		return await work();
	} finally {
		clearInterval(heartbeat);
		process.off('exit', release);
		release();
	}
}

async function acquire(lock) {
	for (let tries = 0; ; tries++) {
		try {
			return await writeFile(lock, String(process.pid), { flag: 'wx' });
		} catch (error) {
			if (error.code !== 'EEXIST') throw error;
		}
		if (tries === 0) say('Another process is installing n8n; waiting for it');
		if (await abandoned(lock)) await rm(lock, { force: true });
		else await pause(1000);
	}
}

async function abandoned(lock) {
	const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }));
	return Date.now() - mtimeMs > ABANDONED_AFTER_MS;
}

async function touch(lock) {
	const now = new Date();
	await utimes(lock, now, now).catch(() => {});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	stopOnSignal();
	await installN8n().then(
		({ folder }) => say(`n8n is in ${folder}`),
		(error) => {
			console.error(`\nn8n could not be installed.\n${error.message}\n`);
			process.exitCode = 1;
		},
	);
}

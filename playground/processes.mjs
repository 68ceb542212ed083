/** Commands that run to their end, servers that stay up, and the promise that none outlives us. */

import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

const ON_WINDOWS = process.platform === 'win32';
const LAST_LINES = 30;

/** How long a process may take to stop: a server has work to finish, a command is simply given up. */
const SERVER_PATIENCE_MS = 15_000;
const COMMAND_PATIENCE_MS = 1_000;

/** Every child process that is still alive. */
const children = new Set();

process.on('exit', () => children.forEach((child) => child.kill()));

/** Stops every child process and leaves, when the terminal or the system asks us to. */
export function stopOnSignal() {
	let stopping = false;
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, async () => {
			if (stopping) return;
			stopping = true;
			await stopChildren();
			process.exit(128 + constants.signals[signal]);
		});
	}
}

/** Stops every child process that is still alive, and waits until they are gone. */
export async function stopChildren() {
	await Promise.all([...children].map((child) => stop(child)));
}

/**
 * Runs a command to its end.
 *
 * @returns {Promise<string>} what it wrote to standard output
 * @throws {Error} with the command's last lines when it fails
 */
export async function run(command, args, options = {}) {
	const stdio = ['ignore', 'pipe', 'pipe'];
	const child = track(spawn(command, args, { ...options, stdio }), COMMAND_PATIENCE_MS);
	let output = '';
	let everything = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk) => (everything += chunk));
	}
	const code = await child.ended;
	if (code === 0) return output;
	throw new Error(`"${command} ${args.join(' ')}" failed (${code}):\n${lastLines(everything)}`);
}

/** Runs npm to its end. Every Node.js brings npm; on Windows it is a script, which takes a shell. */
export function npm(args, options) {
	return run('npm', args, { ...options, shell: ON_WINDOWS });
}

/**
 * Starts a server that writes to a log file.
 *
 * @param {{ name: string, command: string, args: string[], log: string, cwd?: string, env?: object, uid?: number, gid?: number }} server
 */
export function startServer({ name, command, args, log, ...options }) {
	const file = openSync(log, 'w');
	const stdio = ['ignore', file, file];
	const child = track(spawn(command, args, { ...options, stdio }), SERVER_PATIENCE_MS);
	closeSync(file);
	let code;
	child.ended.then((value) => (code = value));

	return {
		pid: child.pid,

		/** Settles when the server is gone, with its exit code or signal. */
		ended: child.ended,

		/** Waits until the address answers with success; gives up when the server ends or time is up. */
		async ready(url, timeoutMs = 120_000) {
			for (const deadline = Date.now() + timeoutMs; ; await pause(200)) {
				if (await answers(url)) return;
				const ended = code !== undefined;
				if (!ended && Date.now() < deadline) continue;
				const what = ended ? `ended (${code}) before it was ready` : `is not ready at ${url}`;
				const tail = lastLines(readFileSync(log, 'utf8'));
				throw new Error(`${name} ${what}. The end of ${log}:\n${tail}`);
			}
		},

		stop: () => stop(child),

		/** Ends the server at once, as a crash or a loss of power does. */
		kill: () => stop(child, 'SIGKILL'),
	};
}

/** A TCP port of the loopback interface that nobody uses: the preferred one if it is free. */
export async function freePort(preferred = 0) {
	const server = createServer();
	const port = await new Promise((resolve, reject) => {
		server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(0) : reject(error)));
		server.listen(preferred, '127.0.0.1', () => resolve(server.address().port));
	});
	if (port === 0) return await freePort();
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** Adds `ended`, a promise of the exit code, signal or reason why there was no start. */
function track(child, patienceMs) {
	children.add(child);
	child.patienceMs = patienceMs;
	child.ended = new Promise((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('close', (code, signal) => resolve(code ?? signal));
	});
	child.ended.then(() => children.delete(child));
	return child;
}

/** Asks a process to stop, and makes it stop when it takes too long. */
async function stop(child, signal) {
	child.kill(signal);
	const force = setTimeout(() => child.kill('SIGKILL'), child.patienceMs);
	await child.ended;
	clearTimeout(force);
}

async function answers(url) {
	try {
		return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
	} catch {
		return false;
	}
}

function lastLines(text) {
	return text.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
}

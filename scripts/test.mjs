/** Everything that must hold. Works on a bare checkout. */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const jestArguments = process.argv.slice(2);

/** What does not wait for anything, slowest first. */
const onSources = [
	['Types of tests and tools', 'tsc --noEmit -p tsconfig.test.json'],
	['Lint by n8n, strict, no warnings either', 'n8n-node lint', /\d warnings?\)/],
	['Formatting', 'prettier --check . --cache --cache-location .cache/prettier'],
	['Types, build and package checks', 'npm run --silent build'],
];
const onBuild = [
	['Community scanner', 'node scripts/scan.mjs'],
	['Descriptions as served', 'node scripts/lintDescription.mjs'],
];
// Coverage of a part of the tests would say nothing.
const tests = [
	['Tests', ['jest', ...(jestArguments.length > 0 ? jestArguments : ['--coverage'])].join(' ')],
];

/** Tests run in two processes; the other steps take one each. */
const atOnce = 2;
const running = new Set();

const options = {
	cwd: root,
	shell: true,
	// What runs in CI moves no spinner.
	env: { ...process.env, CI: 'true', PATH: `${root}/node_modules/.bin:${process.env.PATH}` },
};

/** Runs a step, and shows what it said once it has ended, or as it goes where it is the only one. */
async function run([name, command, refused], isAlone) {
	const started = Date.now();
	const heading = `\n== ${name}: ${command}`;
	if (isAlone) console.log(heading);
	const child = spawn(command, { ...options, stdio: isAlone ? 'inherit' : 'pipe' });
	running.add(child);
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
	const status = await new Promise((resolve) => {
		child.on('close', resolve);
	});
	running.delete(child);
	if (!isAlone) console.log(`${heading}\n${output.trimEnd()}`);
	if (status !== 0 || refused?.test(output))
		throw new Error(`"${name}" failed. Run it alone with: npx ${command}`);
	console.log(`   ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Runs steps side by side. */
async function runAll(steps) {
	const waiting = [...steps];
	const lane = async () => {
		for (let step = waiting.shift(); step; step = waiting.shift()) {
			await run(step, steps.length === 1);
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, steps.length) }, lane));
}

await ensureInstalled();
const started = Date.now();
try {
	for (const steps of [onSources, onBuild, tests]) await runAll(steps);
} catch (error) {
	console.error(`\nNot green: ${error.message}`);
	for (const child of running) child.kill();
	process.exit(1);
}
console.log(`\nAll green, in ${Math.round((Date.now() - started) / 1000)} s.`);

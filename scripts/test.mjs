/** Everything that must hold, in the order in which it fails fastest. Works on a bare checkout. */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const jestArguments = process.argv.slice(2);

const steps = [
	['Types', 'tsc --noEmit -p tsconfig.json'],
	['Types of tests and tools', 'tsc --noEmit -p tsconfig.test.json'],
	['Lint by n8n, strict', 'n8n-node lint'],
	['Lint, no warnings either', 'eslint . --max-warnings 0'],
	['Formatting', 'prettier --check .'],
	['Build and package checks', 'npm run --silent build'],
	['Descriptions as served', 'node scripts/lintDescription.mjs'],
	['Community scanner', 'node scripts/scan.mjs'],
	// Coverage of a part of the tests would say nothing.
	['Tests', ['jest', ...(jestArguments.length > 0 ? jestArguments : ['--coverage'])].join(' ')],
];

await ensureInstalled();
for (const [name, command] of steps) {
	const started = Date.now();
	console.log(`\n== ${name}: ${command}`);
	const { status } = spawnSync(command, {
		cwd: root,
		stdio: 'inherit',
		shell: true,
		env: { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH}` },
	});
	if (status !== 0) {
		console.error(`\nNot green: "${name}" failed. Run it alone with: npx ${command}`);
		process.exit(1);
	}
	console.log(`   ${Math.round((Date.now() - started) / 1000)} s`);
}
console.log('\nAll green.');

/**
 * Compares what n8n shows of the nodes and the credential of a git reference with what it shows of the working tree:
 * `npm run compare -- main`. Prints every difference; the exit code is 1 where there is one.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { differences, shortened } from './descriptionDifferences.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A folder with the files of a git reference, and the dependencies of the working tree. */
function checkOut(reference) {
	const folder = mkdtempSync(join(tmpdir(), 'ninjaone-compare-'));
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
	const tar = execFileSync('git', ['archive', '--format=tar', reference], {
		cwd: root,
		maxBuffer: 2 ** 28,
	});
	execFileSync('tar', ['-x', '-C', folder], { input: tar });
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
	return folder;
}

/** Nodes and credentials by their class, as the package in the folder lists them. */
async function describedIn(folder) {
	const { n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const described = new Map();
	for (const built of [...n8n.nodes, ...n8n.credentials]) {
		const source = join(folder, built.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
		const name = basename(source).split('.')[0];
		const { [name]: Type } = await import(pathToFileURL(source));
		described.set(name, new Type());
	}
	return described;
}

const [reference] = process.argv.slice(2);
if (!reference) {
	console.error('Name what to compare with: npm run compare -- main');
	process.exit(2);
}
const [before, after] = [await describedIn(checkOut(reference)), await describedIn(root)];
let found = 0;
for (const name of new Set([...before.keys(), ...after.keys()])) {
	const lines =
		before.has(name) && after.has(name)
			? differences(before.get(name), after.get(name))
			: [before.has(name) ? 'only before' : 'only after'];
	found += lines.length;
	console.log(`${name}: ${lines.length === 0 ? 'no difference' : `${lines.length} differences`}`);
	for (const line of lines) console.log(`  ${shortened(line)}`);
}
process.exitCode = found === 0 ? 0 : 1;

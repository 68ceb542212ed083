/**
 * n8n's community scanner, offline: the same rules that decide about verification, over the sources and over the
 * package as npm would publish it. The scanner itself only reads packages that are published already.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const draft = mkdtempSync(join(tmpdir(), 'ninjaone-scan-'));

/** Packs like npm and unpacks beside; gives the folder. */
function packed() {
	const options = { cwd: draft, encoding: 'utf8' };
	const [{ filename }] = JSON.parse(
		execFileSync('npm', ['pack', root, '--json', '--ignore-scripts', '--loglevel=error'], options),
	);
	execFileSync('tar', ['xzf', filename], options);
	return join(draft, 'package');
}

/** One leg of the scan; gives whether it passed. */
async function scan(name, folder, patterns) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	console.log(`${passed ? 'PASS' : 'FAIL'}  ${name} ${message ?? ''}`);
	if (details) console.log(details);
	return passed;
}

try {
	const sources = await scan('sources', root, SOURCE_FILE_PATTERNS);
	const tarball = await scan('package', packed(), ['**/*.js', 'package.json']);
	process.exitCode = sources && tarball ? 0 : 1;
} finally {
	rmSync(draft, { recursive: true });
}

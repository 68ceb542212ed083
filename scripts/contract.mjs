/**
 * Drives every operation and holds each request that it sends against NinjaOne's OpenAPI file:
 *
 *   npm run contract -- path/to/openapi.yaml
 *
 * Deviations that are known and explained stand in contracts/deviations.json, each with its source. Any other one
 * fails the check, and so does an entry there that no request needs any more.
 */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContractChecker } from '../test/harness/contract.ts';
import { driveEverything, operationKeys } from '../test/harness/drive.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file] = process.argv.slice(2);
if (!file) {
	console.error('Which OpenAPI file? Usage: npm run contract -- path/to/openapi.yaml');
	process.exit(2);
}

const known = JSON.parse(readFileSync(join(root, 'contracts', 'deviations.json'), 'utf8'));
const checker = await createContractChecker(resolve(file));
const driven = await driveEverything();
const used = new Set();
const findings = [];
let checked = 0;

/** An entry speaks of one operation, or of all of a resource: `customField.*`. */
function speaksOf(pattern, key) {
	return pattern === key || pattern === `${key.split('.')[0]}.*`;
}

for (const key of operationKeys) {
	const requests = driven.get(key)?.sent ?? [];
	if (requests.length === 0)
		findings.push(`${key}: no sample sends a request (test/harness/samples.ts)`);
	for (const request of requests) {
		checked += 1;
		for (const deviation of checker.deviations(request)) {
			const explained = known.find(
				(entry) => speaksOf(entry.operation, key) && deviation.includes(entry.deviation),
			);
			if (explained) used.add(explained);
			else findings.push(`${key}: ${request.method} ${request.path}: ${deviation}`);
		}
	}
}
for (const entry of known.filter((entry) => !used.has(entry))) {
	findings.push(
		`contracts/deviations.json: not needed any more: ${entry.operation}, ${entry.deviation}`,
	);
}

console.log(
	`${operationKeys.length} operations sent ${checked} requests, held against ${checker.operations} operations of the file.`,
);
for (const { operation, request, deviation, source } of used) {
	console.log(`Explained: ${operation}, ${request}: ${deviation} (${source})`);
}
for (const finding of findings) console.log(`NOT AS DECLARED  ${finding}`);
console.log(
	findings.length === 0
		? 'No unexplained deviation.'
		: `${findings.length} unexplained deviations.`,
);
process.exit(findings.length === 0 ? 0 : 1);

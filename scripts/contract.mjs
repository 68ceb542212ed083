/**
 * Drives every operation and holds each request that it sends, and each answer of the simulator, against NinjaOne's
 * OpenAPI file:
 *
 *   npm run contract -- path/to/openapi.yaml
 *   npm run contract -- path/to/openapi.yaml --write   # writes contracts/takes.json for a newer file first
 *
 * Deviations that are known and explained stand in contracts/deviations.json, each with its source. Any other one
 * fails the check, and so does an entry there that no request needs any more. What endpoints take and no sample sends
 * stands in contracts/unsent.json in the same way. contracts/takes.json has the names of what they take, for the tests.
 */
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContractChecker } from '../test/harness/contract.ts';
import { driveEverything, operationKeys } from '../test/harness/drive.ts';
import { coverage } from '../test/harness/takes.ts';
import { documentedSource } from './documented.ts';
import { resources } from '../resources/index.ts';
import { catalog } from '../operations/catalog.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file, ...flags] = process.argv.slice(2);
if (!file) {
	console.error('Which OpenAPI file? Usage: npm run contract -- path/to/openapi.yaml [--write]');
	process.exit(2);
}

const pathOf = (name) => join(root, 'contracts', name);
const read = (name) => JSON.parse(readFileSync(pathOf(name), 'utf8'));

const known = read('deviations.json');
const checker = await createContractChecker(resolve(file));
if (flags.includes('--write')) {
	writeFileSync(pathOf('takes.json'), `${JSON.stringify(checker.takes, null, '\t')}\n`);
}
const driven = await driveEverything();
const used = new Set();
const findings = [];
let checked = 0;
let answered = 0;

/** An entry speaks of one operation, or of all of a resource: `customField.*`. */
function speaksOf(pattern, key) {
	return pattern === key || pattern === `${key.split('.')[0]}.*`;
}

for (const key of operationKeys) {
	const { sent: requests = [], answers = [] } = driven.get(key) ?? {};
	if (requests.length === 0)
		findings.push(`${key}: no sample sends a request (test/harness/samples.ts)`);
	for (const request of requests) {
		checked += 1;
		for (const deviation of checker.deviations(request)) {
			const explained = known.find(
				(entry) =>
					entry.operation && speaksOf(entry.operation, key) && deviation.includes(entry.deviation),
			);
			if (explained) used.add(explained);
			else findings.push(`${key}: ${request.method} ${request.path}: ${deviation}`);
		}
	}
	for (const answer of answers) {
		answered += 1;
		for (const deviation of checker.answerDeviations(answer)) {
			const explained = known.find(
				(entry) => entry.answers?.includes(answer.key) && deviation.includes(entry.deviation),
			);
			if (explained) used.add(explained);
			else if (!findings.includes(`${answer.key}: ${deviation}`))
				findings.push(`${answer.key}: ${deviation}`);
		}
	}
}
for (const entry of known.filter((entry) => !used.has(entry))) {
	findings.push(
		`contracts/deviations.json: not needed any more: ${entry.operation ?? entry.answers[0]}, ${entry.deviation}`,
	);
}

if (JSON.stringify(read('takes.json')) !== JSON.stringify(checker.takes)) {
	findings.push('contracts/takes.json is of another file: --write makes it anew');
}
const documented = readFileSync(join(root, 'api', 'endpoints', 'documented.ts'), 'utf8');
if (documented !== documentedSource(checker.document)) {
	findings.push('api/endpoints/documented.ts is of another file: npm run endpoints makes it anew');
}
const requests = [...driven.values()].flatMap(({ sent }) => sent);
const inUse = catalog(resources).flatMap((operation) => operation.requests);
const { query, body, missing, unneeded } = coverage(checker.takes.takes, requests, {
	inUse,
	unsent: read('unsent.json'),
});
findings.push(
	...missing.map((name) => `${name}: no sample sends it (test/harness/samples.ts)`),
	...unneeded.map((name) => `contracts/unsent.json: not needed any more: ${name}`),
);

console.log(
	`${operationKeys.length} operations sent ${checked} requests, held against ${checker.operations} operations of the file, ` +
		`and so were ${answered} answers of the simulator.`,
);
console.log(
	`Query parameters sent: ${query.sent} of ${query.taken}; body properties sent: ${body.sent} of ${body.taken}.`,
);
for (const { operation, request, answers, deviation, source } of used) {
	const where = answers ? answers.join(', ') : `${operation}, ${request}`;
	console.log(`Explained: ${where}: ${deviation} (${source})`);
}
for (const { requests, query = [], body = [], reason } of read('unsent.json')) {
	console.log(`Not sent: ${requests.join(', ')}: ${[...query, ...body].join(', ')} (${reason})`);
}
for (const finding of findings) console.log(`NOT AS DECLARED  ${finding}`);
console.log(
	findings.length === 0
		? 'No unexplained deviation.'
		: `${findings.length} unexplained deviations.`,
);
process.exit(findings.length === 0 ? 0 : 1);

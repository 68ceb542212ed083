/** The package in the oldest n8n that it claims to support and in the one that it is developed with. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { credentialFor } from '../../playground/credential.mjs';
import { ROOT } from '../../playground/prepare.mjs';
import { editor, events, files, mainExample } from '../compatibility/jobs.mjs';

export const title = 'The package works in the oldest n8n that it supports, and in the newest';

/** Folders that say which n8n and which Node.js. */
const INSTALLATIONS = [
	fileURLToPath(new URL('../compatibility/oldest', import.meta.url)),
	join(ROOT, 'playground'),
];

/** @param {import('../lib/context.mjs').Context} context */
export async function run(context) {
	const simulator = await context.startSimulator({ devices: 200, organizations: 5 });
	const ran = [];
	for (const manifests of INSTALLATIONS) ran.push(await tryIn(context, { simulator, manifests }));
	await context.keep('versions', ran);
	const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
	for (const { n8n, node } of ran)
		context.check(
			`the README says that n8n ${n8n} was tried on Node.js ${node}`,
			readme.includes(`| ${n8n} | ${node} |`),
		);
}

async function tryIn(context, { simulator, manifests }) {
	const wanted = JSON.parse(await readFile(join(manifests, 'package.json'), 'utf8'));
	const version = wanted.dependencies.n8n;
	const n8n = await context.startN8n({ home: `n8n-${version}`, manifests });
	const { versionCli, nodeJsVersion } = await n8n.rest('GET', 'settings');
	const ran = { n8n: versionCli, node: nodeJsVersion.split('.')[0] };
	const check = (description, ...found) =>
		context.check(`n8n ${ran.n8n} on Node.js ${ran.node}: ${description}`, ...found);
	check('it is the one that was to be installed', versionCli === version, version);

	const credential = await n8n.saveCredential(credentialFor(simulator));
	for (const job of [mainExample, editor, files, events])
		await job({ n8n, version, simulator, credential, check });
	await n8n.stop();
	return ran;
}

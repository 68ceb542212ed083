/** Reports the bytes of each node's description as n8n hands it to the editor. */
import 'reflect-metadata';
import { PackageDirectoryLoader } from 'n8n-core';
import { fileURLToPath } from 'node:url';
import { report } from './report.mjs';

const loader = new PackageDirectoryLoader(fileURLToPath(new URL('../..', import.meta.url)));
await loader.loadAll();

const bytes = (description) => Buffer.byteLength(JSON.stringify(description));
report(
	loader.types.nodes.map((description) => ({
		name: description.name,
		bytes: bytes(description),
		// n8n adds a copy of each such node, for AI agents.
		copies: description.usableAsTool ? 2 : 1,
	})),
);

/** Reports the bytes of each node's description as n8n hands it to the editor, and those that a gzip of it takes. */
import 'reflect-metadata';
import { PackageDirectoryLoader } from 'n8n-core';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { report } from './report.mjs';

const loader = new PackageDirectoryLoader(fileURLToPath(new URL('../..', import.meta.url)));
await loader.loadAll();

report(
	loader.types.nodes.map((description) => {
		const json = Buffer.from(JSON.stringify(description));
		return {
			name: description.name,
			bytes: json.length,
			gzipBytes: gzipSync(json, { level: 9 }).length,
			// n8n adds a copy of each such node, for AI agents.
			copies: description.usableAsTool ? 2 : 1,
		};
	}),
);

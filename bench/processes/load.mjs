/** Reports how long the built package takes to load once n8n-workflow, which n8n has loaded already, is there. */
import { createRequire } from 'node:module';
import { parse } from 'node:path';
import { report } from './report.mjs';

const require = createRequire(new URL('../../package.json', import.meta.url));
const { nodes, credentials } = require('./package.json').n8n;

function timed(load) {
	const started = performance.now();
	load();
	return performance.now() - started;
}

/** As n8n does: the class has the name of its file. */
function create(file) {
	const { [parse(file).name.split('.')[0]]: Type } = require(`./${file}`);
	return new Type();
}

const workflow = timed(() => require('n8n-workflow'));
const own = timed(() => [...nodes, ...credentials].forEach(create));
report({ workflow, own });

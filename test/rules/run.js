/** Runs a shell script with an argument, as NinjaOne does on a device; TypeScript under strict lint may not. */
const { spawnSync } = require('node:child_process');

function runBash(script, argument) {
	const { stdout, status } = spawnSync('bash', ['-s', '--', argument], {
		input: script,
		encoding: 'utf8',
	});
	return { stdout, status };
}

module.exports = { runBash };

// The simulator as a process of its own: `tsx simulator/cli.mjs --port 8790`.
import { parseArgs } from 'node:util';
import { apps, createSimulator, optionTable } from './index.ts';

const further = {
	port: { usual: 8790, help: '0 for any free one' },
	host: {
		usual: '127.0.0.1',
		help: 'an address of loopback',
		words: ['127.0.0.1', '::1', 'localhost'],
	},
	jobTime: { usual: 4000, help: 'milliseconds from the beginning of a job to its end' },
	consent: { help: 'answers the sign-in page without a person', words: ['allow', 'deny'] },
};
const table = { ...optionTable, ...further };

/** `tokenLifetimeSeconds` is `token-lifetime`. */
const flagOf = (name) =>
	name.replace(/(Ms|Seconds)$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const unitOf = (name) => (/(Ms|Seconds)$/.exec(name) ?? [''])[0].replace('Ms', 'Milliseconds');

const lines = Object.entries(table).map(([name, { usual, help, words = [] }]) => {
	const unit = unitOf(name) && `${unitOf(name).toLowerCase()}, `;
	const usually = ['function', 'undefined'].includes(typeof usual) ? '' : `; default ${usual}`;
	const choices = words.length > 0 ? `: ${words.join(', ')}` : '';
	return `  --${flagOf(name).padEnd(27)} ${unit}${help}${choices}${usually}`;
});
const help = `A NinjaOne on loopback.\n\n${lines.join('\n')}\n  --help`;

function fail(message) {
	console.error(`${message}\n\n${help}`);
	process.exit(2);
}

function readArguments() {
	const names = Object.entries(table).map(([name, { usual }]) => [
		flagOf(name),
		{ type: usual === false ? 'boolean' : 'string' },
	]);
	try {
		return parseArgs({ options: { ...Object.fromEntries(names), help: { type: 'boolean' } } })
			.values;
	} catch (error) {
		return fail(error.message);
	}
}

/** The value of an option, in its type; undefined where it is not given. */
function valueOf(name, { usual, words }) {
	const text = values[flagOf(name)];
	if (typeof text !== 'string') return text;
	if (words && !words.map(String).includes(text))
		return fail(`--${flagOf(name)} must be one of ${words.join(', ')}`);
	if (typeof usual === 'string' || usual === undefined) return text;
	if (typeof usual === 'boolean') return text === 'true';
	return /^\d+$/.test(text) ? Number(text) : fail(`--${flagOf(name)} must be a whole number`);
}

const values = readArguments();
if (values.help) {
	console.log(help);
	process.exit(0);
}
const { port, host, jobTime, ...options } = Object.fromEntries(
	Object.entries(table).map(([name, option]) => [name, valueOf(name, option)]),
);
const simulator = createSimulator({
	...options,
	jobProgress: { ms: jobTime ?? further.jobTime.usual },
});

async function stop() {
	await simulator.stop();
	process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

const url = await simulator
	.start(port ?? further.port.usual, host ?? further.host.usual)
	.catch((error) => fail(error.message));
const { devices, organizations, alerts, activities } = simulator.state;
console.log(`NinjaOne simulator on ${url}`);
console.log(
	`${organizations.size} organizations, ${devices.size} devices, ${alerts.size} alerts, ${activities.all().length} activities`,
);
for (const { clientId, clientSecret = 'none', scopes, grants } of Object.values(apps)) {
	console.log(`\nclient id      ${clientId}\nclient secret  ${clientSecret}`);
	console.log(`scopes         ${scopes.join(' ')}\ngrants         ${grants.join(' ')}`);
}

// The simulator as a process of its own: `tsx simulator/cli.mjs --port 8790`.
import { parseArgs } from 'node:util';
import { apps, createSimulator } from './index.ts';

const help = `A NinjaOne on loopback.

  --port <n>             default 8790; 0 for any free one
  --host <address>       default 127.0.0.1; loopback only
  --seed <n>             same seed, same fleet; default 1
  --organizations <n>    default 25
  --devices <n>          default 5000
  --alerts <n>           default 5 % of the devices
  --activities <n>       default as many as devices
  --software-rows <n>    rows of the software report; default five a device
  --latency <ms>         added to every answer; default 0
  --token-lifetime <s>   default 3600
  --job-time <ms>        from the beginning of a job to its end; default 4000
  --script-answer <s>    what a script's run answers: empty, jobUid (default), activityId, uuid
  --maintenance-unit <s> the unit of maintenance times: isoOrMs (default), iso, ms, s
  --consent <allow|deny> answers the sign-in page without a person
  --help`;

const names = [
	'port',
	'host',
	'seed',
	'organizations',
	'devices',
	'alerts',
	'activities',
	'software-rows',
	'latency',
	'token-lifetime',
	'job-time',
	'script-answer',
	'maintenance-unit',
	'consent',
];

function fail(message) {
	console.error(`${message}\n\n${help}`);
	process.exit(2);
}

function readArguments() {
	const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
	try {
		return parseArgs({ options: { ...options, help: { type: 'boolean' } } }).values;
	} catch (error) {
		return fail(error.message);
	}
}

const values = readArguments();
if (values.help) {
	console.log(help);
	process.exit(0);
}

/** One of these words, or nothing. */
function choice(name, words) {
	if ([undefined, ...words].includes(values[name])) return values[name];
	return fail(`--${name} must be one of ${words.join(', ')}`);
}

function number(name) {
	if (values[name] === undefined) return undefined;
	if (/^\d+$/.test(values[name])) return Number(values[name]);
	return fail(`--${name} must be a whole number`);
}

const { host = '127.0.0.1' } = values;
if (!['127.0.0.1', '::1', 'localhost'].includes(host)) fail('--host must be a loopback address');

const simulator = createSimulator({
	seed: number('seed'),
	organizations: number('organizations'),
	devices: number('devices'),
	alerts: number('alerts'),
	activities: number('activities'),
	softwareRows: number('software-rows'),
	latencyMs: number('latency'),
	tokenLifetimeSeconds: number('token-lifetime'),
	jobProgress: { ms: number('job-time') ?? 4000 },
	scriptAnswer: choice('script-answer', ['empty', 'jobUid', 'activityId', 'uuid']),
	maintenanceUnit: choice('maintenance-unit', ['isoOrMs', 'iso', 'ms', 's']),
	consent: choice('consent', ['allow', 'deny']),
});

async function stop() {
	await simulator.stop();
	process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

const url = await simulator
	.start(number('port') ?? 8790, host)
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

// The simulator as a process of its own: `tsx simulator/cli.mjs --port 8790`.
import { parseArgs } from 'node:util';
import { apps, createSimulator, optionalsModes } from './index.ts';

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
  --maintenance-unit <s> how maintenance times are read: 'iso or seconds' (default), seconds,
                         'iso or milliseconds', milliseconds
  --activity-pages <s>   rows of a full page above newerThan: newest (default), oldest
  --optionals <s>        properties that an answer need not have: seeded (default), absent, null, hollow, bare,
                         filled
  --ticket-conflict-status <n>
                         the refusal of a ticket that was changed meanwhile: 409 (default), 400
  --without-backup       the account does not have NinjaOne's backup: its report answers 500
  --close-refused        tickets cannot be closed directly
  --webhook-needs-administrator
                         only administrators may set up a webhook
  --other-psa            another PSA holds the place of a webhook
  --webhook-failures <n> failed deliveries in a row that disable a webhook; default 5
  --webhook-retry <ms>   between the tries of a delivery; default 50
  --webhook-timeout <ms> for a receiver's answer; default 5000
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
	'activity-pages',
	'optionals',
	'ticket-conflict-status',
	'webhook-failures',
	'webhook-retry',
	'webhook-timeout',
	'consent',
];
const switches = [
	'without-backup',
	'close-refused',
	'webhook-needs-administrator',
	'other-psa',
	'help',
];

function fail(message) {
	console.error(`${message}\n\n${help}`);
	process.exit(2);
}

function readArguments() {
	const options = Object.fromEntries([
		...names.map((name) => [name, { type: 'string' }]),
		...switches.map((name) => [name, { type: 'boolean' }]),
	]);
	try {
		return parseArgs({ options }).values;
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

const ticketConflictStatus = choice('ticket-conflict-status', ['409', '400']);
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
	maintenanceUnit: choice('maintenance-unit', [
		'iso or seconds',
		'seconds',
		'iso or milliseconds',
		'milliseconds',
	]),
	activityPages: choice('activity-pages', ['newest', 'oldest']),
	optionals: choice('optionals', optionalsModes),
	ticketConflictStatus: ticketConflictStatus && Number(ticketConflictStatus),
	hasBackup: !values['without-backup'],
	closeRefused: values['close-refused'],
	webhookNeedsAdministrator: values['webhook-needs-administrator'],
	otherPsaConfigured: values['other-psa'],
	webhookFailuresAllowed: number('webhook-failures'),
	webhookRetryMs: number('webhook-retry'),
	webhookTimeoutMs: number('webhook-timeout'),
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

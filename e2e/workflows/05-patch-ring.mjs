const WINDOWS = encodeURIComponent('class = WINDOWS_WORKSTATION AND online');
const ORDER = ['maintenance', 'patch/os/scan', 'patch/os/apply', 'maintenance'];

export default {
	file: 'examples/05-patch-ring.json',
	title: 'A ring of devices is patched in maintenance, and one that fails stops no other',

	async play({ simulator, check, importExample, run, keep }) {
		const ring = (await simulator.read(`v2/devices?df=${WINDOWS}`)).slice(0, 8);
		const [noMaintenance, noScan, noApply] = ring;
		await refuse(simulator, noMaintenance, 'maintenance');
		await refuse(simulator, noScan, 'patch/os/scan');
		await refuse(simulator, noApply, 'patch/os/apply');
		const { length: since } = await simulator.look('requests');
		const id = await importExample({
			settings: { ring: `id in (${ring.map((device) => device.id).join(',')})`, waitMinutes: 2 },
		});
		const { output } = await run(id, 'Start', 180_000);

		const rows = output('Failures First');
		const resultOf = ({ displayName, systemName }) =>
			rows.find(({ Device }) => Device === (displayName ?? systemName));
		check('each device has one row', rows.length === ring.length && ring.every(resultOf), rows);
		check(
			'devices without maintenance or scan are not patched, and the row says why',
			[noMaintenance, noScan].every((device) => {
				const { Result, Details } = resultOf(device);
				return Result === 'not patched' && /400|refuse|request/i.test(Details);
			}),
			[noMaintenance, noScan].map(resultOf),
		);
		check('nor is one whose patches cannot be applied', resultOf(noApply).Result === 'failure');

		const orders = await ordersOf(simulator, since);
		const others = ring.slice(3);
		check(
			'the others are put in maintenance, scanned, patched and put back, each once',
			others.every(({ id: device }) => orders.get(device)?.join() === ORDER.join()),
			[...orders],
		);
		check(
			'what was not ready is not patched',
			![noMaintenance, noScan].some(({ id: device }) => orders.get(device).includes(ORDER[2])),
			[...orders],
		);
		const now = await Promise.all(ring.map((device) => simulator.look(`devices/${device.id}`)));
		check(
			'no device is left in maintenance',
			now.every(({ maintenance }) => !maintenance),
			now,
		);

		const installed = await Promise.all(others.map((device) => installedSince(simulator, device)));
		const told = others.map((device) => resultOf(device).Installed);
		check('as many patches are told installed as were', told.join() === installed.join(), {
			told,
			installed,
		});
		check('failures come first', isSorted(rows.map(({ Result }) => Result)), rows);
		const done = rows.filter(({ Result }) => Result === 'success').length;
		const [message] = output('Send This');
		check(
			'the message counts those that are patched',
			message.subject === `Patch ring: ${done} of ${ring.length} devices are patched`,
			message.subject,
		);
		await keep('05-patch-ring.html', `<h3>${message.subject}</h3>${message.html}`);

		const nothing = await importExample({ settings: { ring: '' } });
		const { output: outputOfNothing } = await run(nothing, 'Start');
		check('an empty filter chooses no device', outputOfNothing('Devices of the Ring').length === 0);
	},
};

const refuse = (simulator, { id }, what) =>
	simulator.act('faults', {
		kind: 'status',
		status: 400,
		when: 'before',
		path: `^/v2/device/${id}/${what}$`,
	});

/** What NinjaOne was told to do, by device and in order. */
async function ordersOf(simulator, since) {
	const requests = await simulator.look(`requests?since=${since}&path=^/v2/device/`);
	const orders = new Map();
	for (const { method, path } of requests) {
		const [, device, what] = /^\/v2\/device\/(\d+)\/(.+)$/.exec(path) ?? [];
		if (method !== 'GET' && device)
			orders.set(Number(device), [...(orders.get(Number(device)) ?? []), what]);
	}
	return orders;
}

async function installedSince(simulator, { id }) {
	const { activities } = await simulator.read(`v2/device/${id}/activities?pageSize=100`);
	const codes = activities.map(({ statusCode }) => statusCode);
	return codes
		.slice(0, codes.indexOf('PATCH_MANAGEMENT_APPLY_PATCH_STARTED'))
		.filter((code) => code === 'PATCH_MANAGEMENT_INSTALLED').length;
}

const isSorted = (values) => values.join() === [...values].sort().join();

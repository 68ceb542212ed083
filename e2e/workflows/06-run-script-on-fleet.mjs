const SERVERS = encodeURIComponent('class in (WINDOWS_SERVER,LINUX_SERVER) AND online');
const SCRIPT = 'Speed test';

export default {
	file: 'examples/06-run-script-on-fleet.json',
	title: 'A script runs once on each device of a fleet, and its results are one table',

	async play({ simulator, check, importExample, run, textOf, keep }) {
		const fleet = await simulator.read(`v2/devices?pageSize=1000&df=${SERVERS}`);
		const [failing, refused] = fleet;
		await simulator.act('jobs/plans', {
			deviceId: failing.id,
			name: SCRIPT,
			result: 'FAILURE',
			exitCode: 2,
			output: 'No <line> & no luck',
			times: 1,
		});
		await simulator.act('faults', {
			kind: 'status',
			status: 400,
			when: 'before',
			path: `^/v2/device/${refused.id}/script/run$`,
		});
		const { length: since } = await simulator.look('requests');
		const settings = { script: SCRIPT, waitMinutes: 2 };
		const { output, files } = await run(await importExample({ settings }), 'Start', 180_000);

		const rows = output('Failures First');
		const rowOf = ({ displayName, systemName }) =>
			rows.find(({ Device }) => Device === (displayName ?? systemName));
		check('each device has one row', rows.length === fleet.length && fleet.every(rowOf), rows);
		check(
			'a script that fails is told with exit code and output',
			rowOf(failing)?.Outcome === 'failure' &&
				rowOf(failing)['Exit Code'] === '2' &&
				rowOf(failing).Output === 'No <line> & no luck',
			rowOf(failing),
		);
		check('so is a device that refuses', rowOf(refused)?.Outcome === 'not started', rowOf(refused));
		const others = fleet.slice(2);
		check(
			'the others succeed, each with its own output',
			others.every((device) => isOwnSuccess(rowOf(device))),
			others.map(rowOf),
		);
		const sent = await simulator.look(`requests?method=POST&since=${since}&path=/script/run$`);
		check(
			'each device was told once',
			sent
				.map(({ path }) => path)
				.sort()
				.join() === fleet.map(runPath).sort().join(),
			sent.length,
		);
		check('those that did not succeed come out', output('Look into These').length === 2);

		const [message] = output('Send This');
		check(
			'the message counts the successes',
			message.subject === `${SCRIPT}: ${others.length} of ${fleet.length} devices succeeded`,
			message.subject,
		);
		check(
			'what a script says is text in its table, not HTML',
			message.html.includes('No &#60;line&#62; &#38; no luck'),
		);
		const lines = (await textOf(files('Send This')[0])).trim().split('\n');
		check('the file has a line for each', lines.length === fleet.length + 1, lines);
		await keep('06-script-results.html', message.html);

		const unknown = { ...settings, script: 'There is no such script' };
		const nothing = await run(await importExample({ settings: unknown }), 'Start');
		check('without the script nothing runs', nothing.output('Run the Script').length === 0);
	},
};

const runPath = ({ id }) => `/v2/device/${id}/script/run`;
const isOwnSuccess = ({ Device, Outcome, Output }) =>
	Outcome === 'success' && Output.endsWith(`ran on ${Device}`);

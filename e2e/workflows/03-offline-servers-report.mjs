const SERVERS = ['WINDOWS_SERVER', 'LINUX_SERVER', 'MAC_SERVER'];
const HOUR = 3600;

export default {
	file: 'examples/03-offline-servers-report.json',
	title: 'Servers that are offline for long are reported, by organization',

	async play({ simulator, check, importExample, run, textOf, keep }) {
		const fleet = await simulator.read('v2/devices?pageSize=1000');
		const [justNow] = fleet.filter((device) => isServer(device) && !device.offline);
		await simulator.act('happen', { what: 'offline', deviceId: justNow.id });
		const since = Date.now() / 1000 - 24 * HOUR;
		const expected = fleet
			.filter((device) => isServer(device) && device.offline && device.lastContact < since)
			.map(nameOf)
			.sort();

		const { output, files } = await run(await importExample(), 'Every Morning');
		const rows = output('By Organization');
		check(
			'exactly the servers that are offline for a day are in it',
			expected.length > 1 && same(rows.map(({ Server }) => Server).sort(), expected),
			{ rows, expected },
		);
		check(
			'one that has just gone offline is not',
			!rows.some(({ Server }) => Server === nameOf(justNow)),
		);
		check('organizations stand together, the longest first', same(rows, [...rows].sort(inOrder)));
		const organizations = (await simulator.read('v2/organizations')).map(({ name }) => name);
		check(
			'organizations are named',
			rows.every(({ Organization }) => organizations.includes(Organization)),
			rows,
		);

		const [message] = output('Send This');
		check('one message comes out', output('Send This').length === 1, output('Send This'));
		check(
			'its table and its file have a row for each server',
			count(message?.html, /<tr/g) === rows.length + 1 &&
				count(await textOf(files('Send This')[0]), /\n./g) === rows.length,
			message,
		);
		await keep('03-offline-servers.html', `<h3>${message.subject}</h3>${message.html}`);

		const forever = await importExample({ settings: { offlineHours: 1_000_000 } });
		const quiet = await run(forever, 'Every Morning');
		check('without such servers nothing is sent', quiet.output('Send This').length === 0);
		await simulator.act('happen', { what: 'online', deviceId: justNow.id });
	},
};

const isServer = ({ nodeClass }) => SERVERS.includes(nodeClass);
const nameOf = ({ displayName, systemName }) => displayName ?? systemName;
const same = (some, others) => JSON.stringify(some) === JSON.stringify(others);
const count = (text = '', pattern) => text.match(pattern)?.length ?? 0;
const inOrder = (one, other) =>
	one.Organization.localeCompare(other.Organization) ||
	other['Hours Offline'] - one['Hours Offline'];

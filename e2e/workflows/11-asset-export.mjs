export default {
	file: 'examples/11-asset-export.json',
	title: 'All devices come out as CSV, Excel and JSON with the columns of an asset system',

	async play(stage) {
		const { simulator, check, importExample, run, textOf, keep } = stage;
		const execution = await run(await importExample(), 'Run Now');
		const devices = await simulator.read('v2/devices?pageSize=1000');
		const files = execution.files('Hand These Over');
		const names = files.map(({ fileName }) => fileName.replace(/^assets-\d{4}-\d{2}-\d{2}\./, ''));
		check('the last node holds three files', names.sort().join() === 'csv,json,xlsx', files);
		const [csv, records, xlsx] = await Promise.all(
			['csv', 'json', 'xlsx'].map((ending) =>
				textOf(files.find(({ fileName }) => fileName.endsWith(ending))),
			),
		);
		await keep('assets.csv', csv);

		const ids = new Set(records.map(({ asset_id: id }) => Number(id.replace('NINJA-', ''))));
		check(
			'the JSON has each device once',
			records.length === devices.length && devices.every(({ id }) => ids.has(id)),
			{ records: records.length, devices: devices.length },
		);
		const lines = csv.trim().split('\n');
		const columns = lines[0].replace(/^\uFEFF/, '').trim();
		check('the CSV has a line for each', lines.length === devices.length + 1, lines.length);
		check('and the same columns', columns === Object.keys(records[0]).join(), columns);
		check('the Excel file is one', xlsx.startsWith('PK'), xlsx.slice(0, 20));
		check('the node says how many', execution.output('Hand These Over')[0].devices === ids.size);
		await isRight(stage, records, devices);
	},
};

async function isRight({ simulator, check }, records, devices) {
	const owned = devices.find(({ assignedOwnerUid }) => assignedOwnerUid);
	const device = await simulator.look(`devices/${owned.id}`);
	const record = records.find(({ asset_id: id }) => id === `NINJA-${device.id}`);
	const people = await simulator.read('v2/users');
	const { firstName, lastName } = people.find(({ uid }) => uid === device.assignedOwnerUid);
	const organization = await simulator.read(`v2/organization/${device.organizationId}`);
	check(
		"a record has its device's serial number, owner, organization, address and last contact",
		record.serial_number === (device.system?.serialNumber ?? '') &&
			record.assigned_to === `${firstName} ${lastName}` &&
			record.organization === organization.name &&
			record.ip_address === device.ipAddresses[0] &&
			Math.abs(Date.parse(record.last_seen) / 1000 - device.lastContact) < 1,
		{ record, device },
	);
	const days = records.map(({ warranty_until: day }) => day).filter(Boolean);
	check(
		'days are written as 2026-01-31',
		days.length > 0 && days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)),
		days.slice(0, 3),
	);
}

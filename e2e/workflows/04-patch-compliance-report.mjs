const MAIL = '04-patch-compliance.html';

export default {
	file: 'examples/04-patch-compliance-report.json',
	title: 'Patch compliance by organization, as a table with bars and as a file',
	mail: MAIL,
	shown: { mail: 'patch-compliance' },

	async play({ simulator, check, importExample, run, textOf, keep }) {
		const target = 61;
		const id = await importExample({ settings: { target } });
		const { output, files } = await run(id, 'Every Monday');
		const rows = output('Worst First');
		const organizations = await simulator.read('v2/organizations');
		check(
			'there is a row for each organization',
			same(
				rows.map(({ organizationName }) => organizationName).sort(),
				organizations.map(({ name }) => name).sort(),
			),
			rows,
		);
		const percents = rows.map(({ compliancePercent }) => compliancePercent);
		check(
			'the worst is first',
			same(
				percents,
				[...percents].sort((one, other) => one - other),
			),
		);
		const [{ organizationId, installed, failed, pending }] = rows;
		const counted = await patchesOf(simulator, organizationId);
		check('its counts are those of NinjaOne', same({ installed, failed, pending }, counted), {
			installed,
			failed,
			pending,
			counted,
		});

		const below = percents.filter((percent) => percent < target).length;
		check(
			'organizations below the target come out to be followed up',
			below > 0 && below < rows.length && output('Follow These Up').length === below,
			percents,
		);
		const [message] = output('Send This');
		check('one message comes out', output('Send This').length === 1, output('Send This'));
		check('it counts those below the target', message.html.includes(`${below} of ${rows.length}`));
		const bars = [...message.html.matchAll(/width:([\d.]+)%/g)].map(([, width]) => Number(width));
		check('it has a bar for each, as long as its percentage', same(bars, percents), bars);
		const [head, ...lines] = (await textOf(files('Send This')[0])).trim().split('\n');
		check(
			'the file has a line for each',
			/Organization.*Percent Installed/.test(head) && lines.length === rows.length,
			[head, ...lines],
		);
		await keep(MAIL, message.html);
	},
};

/** Counted over the reports: a patch that failed once and was installed later is installed. */
async function patchesOf(simulator, organizationId) {
	const states = new Map();
	const reports = [
		'os-patches',
		'software-patches',
		'os-patch-installs',
		'software-patch-installs',
	];
	for (const report of reports)
		for (const row of await rowsOf(simulator, report, organizationId)) {
			if (row.status === 'REJECTED') continue;
			const key = `${row.deviceId} ${row.id}`;
			const known = states.get(key);
			const at = row.installedAt ?? 0;
			if (!known || at >= known.at) states.set(key, { at, status: row.status });
		}
	const found = [...states.values()].map(({ status }) => status);
	const installed = found.filter((status) => status === 'INSTALLED').length;
	const failed = found.filter((status) => status === 'FAILED').length;
	return { installed, failed, pending: found.length - installed - failed };
}

async function rowsOf(simulator, report, organizationId) {
	const { results } = await simulator.read(
		`v2/queries/${report}?pageSize=10000&df=org%20%3D%20${organizationId}`,
	);
	return results;
}

const same = (some, others) => JSON.stringify(some) === JSON.stringify(others);

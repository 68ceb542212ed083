/** What is said at the end. */

import { relative } from 'node:path';
import { clock } from '../../playground/progress.mjs';

/** Whether a scenario proved all that it set out to prove; one that checked nothing proved nothing. */
export const hold = ({ checks }) => checks.length > 0 && checks.every(({ ok }) => ok);

export function printReport(results, folder) {
	for (const { name, title, checks, ms } of results) {
		console.log(`\n${name}: ${title} (${clock(ms)})`);
		for (const { ok, description, detail } of checks) {
			console.log(`  ${ok ? 'ok    ' : 'NOT OK'}  ${description}`);
			if (detail) console.log(detail.replace(/^/gm, '            '));
		}
		if (checks.length === 0) console.log('  NOT OK  nothing was checked');
	}
	const checks = results.flatMap((result) => result.checks);
	const failed = checks.filter(({ ok }) => !ok).length;
	console.log(
		`\n${results.length} scenarios, ${checks.length} checks, ${failed === 0 ? 'all hold' : `${failed} DO NOT HOLD`}. ` +
			`Logs, figures and pictures are in ${relative(process.cwd(), folder)}`,
	);
}

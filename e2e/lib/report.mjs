/** What is said at the end. */

import { readdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { clock } from '../../playground/progress.mjs';

const failed = (checks) => checks.filter(({ ok }) => !ok);

/** Whether a scenario proved all that it set out to prove. */
export const hold = ({ checks }) => failed(checks).length === 0;

/** A line for each scenario, with what does not hold below it, and where to look further. */
export async function printReport(results, folder) {
	console.log();
	for (const result of results) printScenario(result);
	const checks = results.flatMap((result) => result.checks);
	const verdict = results.every(hold) ? 'all hold' : `${failed(checks).length} DO NOT HOLD`;
	const ms = results.reduce((sum, result) => sum + result.ms, 0);
	console.log(
		`\n${results.length} scenarios, ${checks.length} checks in ${clock(ms)}: ${verdict}.\n` +
			`${await countPictures(folder, results)} screenshots, logs and figures: ${relative(process.cwd(), folder)}/<scenario>`,
	);
}

function printScenario({ name, title, checks, ms }) {
	const count = `${checks.length} checks`;
	console.log(`${clock(ms).padStart(5)}  ${name.padEnd(15)} ${count.padStart(10)}  ${title}`);
	for (const { description, detail } of failed(checks)) {
		console.log(`       NOT OK  ${description}`);
		if (detail) console.log(detail.replace(/^/gm, '               '));
	}
}

async function countPictures(folder, results) {
	const files = await readdir(folder, { recursive: true });
	const isOfThisRun = (file) => results.some(({ name }) => file.startsWith(`${name}/`));
	return files.filter((file) => file.endsWith('.png') && isOfThisRun(file.replaceAll('\\', '/')))
		.length;
}

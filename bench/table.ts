import type { Figure } from './measure';

const columns = ['', 'Measure', 'Value', 'Reference', 'Ratio', 'Target'];

/** The figures as text: a table, then the details of each. */
export function table(figures: readonly Figure[]): string {
	const lines = [columns, ...figures.map(cells)];
	const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
	const aligned = lines.map((line) =>
		line.map((cell, at) => align(cell, widths[at], at)).join('  '),
	);
	const details = figures.map(({ name, details: text }) => `${name}: ${text}`);
	return [...aligned, '', ...details].join('\n');
}

function cells({ ok, name, unit, value, reference, ratio, target }: Figure): string[] {
	return [
		ok ? 'ok' : 'MISSED',
		name,
		`${number(value)} ${unit}`,
		reference === undefined ? '' : `${number(reference)} ${unit}`,
		ratio === undefined ? '' : ratio.toFixed(2),
		target.replace('<=', '≤').replace('>=', '≥'),
	];
}

/** Four digits are as many as repeat from run to run. */
const number = (value: number) => String(Number(value.toPrecision(4)));

/** Figures to the right, words to the left. */
const align = (cell: string, width: number, column: number) =>
	column >= 2 && column <= 4 ? cell.padStart(width) : cell.padEnd(width);

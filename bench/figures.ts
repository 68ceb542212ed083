import type { Figure } from './measure';

type Measured = Pick<Figure, 'name' | 'unit' | 'value' | 'details'>;
type Compared = Measured & { reference: number };

/** A cost that may be so many times that of the reference. */
export function costsAtMost(times: number, measured: Compared): Figure {
	const ratio = measured.value / measured.reference;
	return { ...measured, ratio, target: `ratio <= ${times}`, ok: ratio <= times };
}

/** A time that the reference needs so many times over. */
export function fasterAtLeast(times: number, measured: Compared): Figure {
	const ratio = measured.reference / measured.value;
	return { ...measured, ratio, target: `ratio >= ${times}`, ok: ratio >= times };
}

/** A value with a bound of its own. */
export function atMost(bound: number, measured: Measured): Figure {
	return { ...measured, target: `value <= ${bound}`, ok: measured.value <= bound };
}

/** A value that is known beforehand. */
export function exactly(expected: number, measured: Measured): Figure {
	return { ...measured, target: `value = ${expected}`, ok: measured.value === expected };
}

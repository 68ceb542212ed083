import { choice, wholeNumber } from '../../operations/fields';

const units = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
type Unit = keyof typeof units;

/** Ten years in minutes: more is a mistake. */
const longest = 5_256_000;

export const spanAmount = (displayName: string, description: string, standard: number) =>
	wholeNumber({ displayName, description }, standard, [1, longest]);

export const spanUnit = (displayName: string, description: string, standard: Unit) =>
	choice<Unit>(
		{ displayName, description },
		[
			{ name: 'Minutes', value: 'minutes' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Days', value: 'days' },
		],
		standard,
	);

/** Milliseconds in so many of a unit. */
export const spanMs = (amount: number, unit: Unit) => amount * units[unit];

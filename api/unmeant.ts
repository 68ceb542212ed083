import { NinjaOneError } from './errors';

/**
 * What JavaScript makes of a value that is not there. It comes from expressions and from answers that lack something,
 * and is never meant: nobody has a record called "undefined".
 */
const nothingAsText = ['undefined', 'NaN', '[object Object]'];

/** Whether a value, or the text of it, stands for nothing. */
export const isNothing = (value: unknown): boolean =>
	nothingAsText.includes(String(value).trim()) ||
	(typeof value === 'number' && !Number.isFinite(value)) ||
	typeof value === 'function';

/** The same for a value in a path or query, where null has no meaning either. */
export const isNothingInUrl = (value: unknown): boolean =>
	isNothing(value) || String(value).trim() === 'null' || typeof value === 'object';

/** One of a list, such as the IDs of a device filter: `id in (1,NaN)`. */
export const holdsNothing = (text: string): boolean => text.split(/[,()=]/).some(isNothing);

/**
 * Refuses a body that holds something that nobody can have meant, at any depth. `null` is meant: it clears a value.
 * What is undefined in an object is left out by JSON; in a list it would become null.
 * @throws NinjaOneError that names the place; nothing has been sent then
 */
export function refuseNothing(value: unknown, place = 'the body'): void {
	if (Array.isArray(value)) {
		value.forEach((each, at) => {
			if (each === undefined) throw unmeant(place, each);
			refuseNothing(each, `${place}[${at}]`);
		});
	} else if (typeof value === 'object' && value !== null) {
		for (const [name, each] of Object.entries(value)) {
			if (each !== undefined) refuseNothing(each, `"${name}" of ${place}`);
		}
	} else if (isNothing(value)) {
		throw unmeant(place, value);
	}
}

const unmeant = (place: string, value: unknown) =>
	new NinjaOneError(`The request would say ${shown(value)} in ${place}, so nothing was sent`, {
		description:
			'An expression came out empty, or an answer of NinjaOne lacks what this request needs. Check the values of this node.',
	});

const shown = (value: unknown) => (typeof value === 'function' ? 'a function' : String(value));

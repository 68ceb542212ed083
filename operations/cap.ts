import { inputError } from '../api/errors';
import { wholeNumber } from './fields';

/** Records that one item changes at most, where its author does not allow more. */
const standardCap = 50;

/**
 * Most records that one item may change: an expression or an AI agent that gave more of them than meant changes none.
 * @param what they are called, in the plural
 */
export const cap = (what: string) =>
	wholeNumber(
		{
			displayName: 'Cap',
			description: `Where it is about more ${what} than this, nothing is changed and the operation fails`,
		},
		standardCap,
		[1, Infinity],
	);

/** @throws NinjaOneError where more records were found than the cap allows; nothing has been changed then */
export function holdToCap(found: number, most: number, what: string): void {
	if (found <= most) return;
	throw inputError(
		'Cap',
		`is ${most}, and it is about ${found} ${what}, so nothing was changed`,
		'See that they are the ones you mean; then narrow them down, or raise the Cap.',
	);
}

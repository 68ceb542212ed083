import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { NinjaOneError } from './errors';

export const nothingReturned =
	'Nothing was returned, since a part of a list could be taken for the whole.';

/** Throws at a page that came before in the same list, whatever the cursor says, and at an empty one before the end. */
export function repeatGuard(parameter: string) {
	const seen = new Set<string>();
	return (rows: IDataObject[], more: boolean): void => {
		// Most lists have one page.
		if (!more && (seen.size === 0 || rows.length === 0)) return;
		const page = createHash('sha1').update(JSON.stringify(rows)).digest('base64');
		if (rows.length === 0 || seen.has(page)) throw repeats(parameter);
		seen.add(page);
	};
}

/** A page that is new by its place and brings nothing. */
export function repeats(parameter: string): NinjaOneError {
	return new NinjaOneError(
		`NinjaOne gave a page that brings nothing new although "${parameter}" moved on, so the list cannot be completed`,
		{ description: `${nothingReturned} Try again.` },
	);
}

/** A page that is not even new by its place. */
export function standsStill(parameter: string, value: unknown): NinjaOneError {
	return new NinjaOneError(
		`NinjaOne repeated a page: "${parameter}" stays at ${String(value)}, so the list cannot be completed`,
		{ description: nothingReturned },
	);
}

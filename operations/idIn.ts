import type { IDataObject } from 'n8n-workflow';
import { NinjaOneError } from '../api/errors';
import { textIn } from '../api/json';

/**
 * The ID that an answer of NinjaOne's gives for a record, for the next request to name it.
 * @param what the record in words, such as `the folder`
 * @param key where the ID is
 * @throws NinjaOneError where the answer lacks it: the next request would name nothing, or something else
 */
export function idIn(row: IDataObject | null | undefined, what: string, key = 'id'): number {
	const id = row?.[key];
	const isId = typeof id === 'number' ? Number.isInteger(id) : /^\d+$/.test(textIn(id) ?? '');
	if (isId) return Number(id);
	throw lacking(what, key);
}

/** The same for a UID or another text that names a record. */
export function uidIn(row: IDataObject | null | undefined, what: string, key = 'uid'): string {
	const uid = textIn(row?.[key])?.trim();
	if (uid) return uid;
	throw lacking(what, key);
}

const lacking = (what: string, key: string) =>
	new NinjaOneError(`NinjaOne's answer lacks the "${key}" of ${what}, so nothing more was sent`, {
		description: 'Without it the next request would not say which record it means.',
		failure: { cause: 'temporarily-unavailable' },
	});

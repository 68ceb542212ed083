import type { IDataObject } from 'n8n-workflow';
import { NinjaOneError } from '../../api/errors';
import { isRecord } from '../../api/json';

/** What all operations have in common that get signed URLs of the files of a record. */
export const signedUrls = {
	name: 'Get Signed URLs',
	rows: (answer: unknown) => signedUrlRows(answer),
} as const;

/**
 * Addresses under which files can be had for a while without a token, one row for each file. NinjaOne documents a map
 * of content IDs to addresses and declares text, so both are taken, and a bare address.
 * @throws NinjaOneError for anything else: no row would look like no file
 */
export function signedUrlRows(answer: unknown): IDataObject[] {
	if (answer === undefined) return [];
	if (typeof answer === 'string') return rowsInText(answer.trim());
	if (isRecord(answer)) return Object.entries(answer).map(([name, url]) => row(name, url));
	throw unreadable();
}

function rowsInText(text: string): IDataObject[] {
	if (URL.canParse(text)) return [{ name: nameIn(text), url: text }];
	try {
		return signedUrlRows(JSON.parse(text));
	} catch {
		throw unreadable();
	}
}

function row(name: string, url: unknown): IDataObject {
	if (typeof url === 'string') return { name, url };
	throw unreadable();
}

/** The last part of the path: all that a bare address says about its file. */
const nameIn = (url: string) => new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '';

const unreadable = () =>
	new NinjaOneError("NinjaOne's answer is not a list of signed URLs, so nothing was returned");

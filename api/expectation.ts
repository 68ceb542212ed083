import type { IDataObject } from 'n8n-workflow';
import type { File } from './form';
import { isRecord } from './json';
import { withoutNulls } from './nulls';
import { errorWords } from './reason';

/**
 * What NinjaOne answers a call with that it has carried out:
 * - nothing: no content. What some instances say all the same is not looked at, except that `false` is no success
 * - record: one object that says something: null is as good as left out
 * - values: an object of values by name, which may have none
 * - list: objects
 * - pages: a page of a list, which its paging reads
 * - file: bytes
 * - any: not documented, or documented in several ways: nothing, a record, a list, a number, an ID or address as text
 */
export type Expectation = keyof Answers;

interface Answers {
	nothing: void;
	record: IDataObject;
	values: IDataObject;
	list: IDataObject[];
	pages: unknown;
	/** An empty file has no content. */
	file: File | undefined;
	any: unknown;
}

/** What a call gives that is answered as expected. */
export type AnswerOf<Expected extends Expectation> = Answers[Expected];

const wanted: Record<Expectation, string> = {
	nothing: 'no content',
	record: 'a record',
	values: 'a set of values',
	list: 'a list of records',
	pages: 'a page',
	file: 'a file',
	any: 'an answer',
};

/** What came in place of what was expected, in words; undefined where it is as expected. */
export function deviation(
	answers: Expectation,
	body: unknown,
): { came: string; wanted: string } | undefined {
	if (fits[answers](body)) return undefined;
	return { came: inWords(body), wanted: wanted[answers] };
}

const fits: Record<Expectation, (body: unknown) => boolean> = {
	nothing: (body) => body !== false && typeof body !== 'number' && typeof body !== 'string',
	record: (body) => isRecord(body) && Object.keys(withoutNulls(body)).length > 0,
	values: isRecord,
	list: (body) => Array.isArray(body) && body.every(isRecord),
	pages: () => true,
	file: () => true,
	any: (body) => body !== false && (typeof body !== 'string' || !isSentence(body)),
};

/** Such as "Too many requests": IDs and addresses have no blanks. A map of signed URLs may come inside a JSON string. */
const isSentence = (text: string) => /\S\s+\S/.test(text) && !/^\s*[[{]/.test(text);

function inWords(body: unknown): string {
	if (body === undefined || body === null) return 'nothing';
	if (Array.isArray(body)) {
		return body.every(isRecord) ? 'a list' : 'a list of something else than records';
	}
	if (typeof body === 'string') return 'a text';
	if (typeof body !== 'object') return `a ${typeof body}`;
	return Object.keys(withoutNulls(body)).length > 0 ? 'a record' : 'an empty record';
}

/**
 * Whether a body means a failure, whatever the status: `resultCode` other than SUCCESS, or an object made of nothing
 * but the words in which NinjaOne reports errors, or a list of nothing but such objects.
 */
export function isFailure(body: unknown): boolean {
	if (Array.isArray(body)) return body.length > 0 && body.every(isBareFailure);
	if (!isRecord(body)) return false;
	const { resultCode } = body;
	if (typeof resultCode === 'string') return !/^success$/i.test(resultCode);
	const codes = ['error', 'errorCode', 'errorMessage'];
	return Object.keys(body).some((name) => codes.includes(name)) && hasErrorWordsAlone(body);
}

/** Records of a list may have a resultCode, such as that of a job. */
const isBareFailure = (entry: unknown): boolean =>
	isRecord(entry) && isFailure(entry) && hasErrorWordsAlone(entry);

const hasErrorWordsAlone = (body: object) =>
	Object.keys(body).every((name) => errorWords.has(name));

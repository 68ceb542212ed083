import type { IDataObject } from 'n8n-workflow';
import { defined, joined } from './defined';
import { isRecord, parsedJson, textIn } from './json';

/** The fields in which NinjaOne says why, over all the error bodies that it has. */
export interface Reason {
	code?: string;
	text?: string;
	incidentId?: string;
}

/** All of them by name, with those that are not read. */
export const errorWords: ReadonlySet<string> = new Set([
	'error',
	'error_description',
	'error_code',
	'resultCode',
	'errorMessage',
	'errorCode',
	'errorDetails',
	'message',
	'incidentId',
]);

/** One reading of all the error bodies that NinjaOne has, of a list the first: OAuth, application, billing, and PUT. */
export function readReason(body: unknown): Reason {
	const data = bodyOf(Array.isArray(body) ? body[0] : body);
	const { error, error_description, resultCode, errorCode } = data;
	const detail = isRecord(data.errorMessage) ? data.errorMessage : undefined;
	return defined({
		code: [error, resultCode, errorCode, detail?.code].map(textIn).find(Boolean),
		text:
			textIn(error_description) ??
			textIn(data.errorMessage) ??
			(detail && joined(detail.code, detail.params && JSON.stringify(detail.params))) ??
			byField(data.errorDetails) ??
			textIn(data.message),
		incidentId: textIn(data.incidentId),
	});
}

function bodyOf(body: unknown): IDataObject {
	if (typeof body !== 'string') return isRecord(body) ? body : {};
	const json = parsedJson(body);
	if (json === undefined) return { message: body };
	return isRecord(json) ? json : {};
}

/** `errorDetails`: what is wrong, by field. */
const byField = (details: unknown) =>
	typeof details === 'object' && details !== null
		? textIn(
				Object.entries(details)
					.map(([field, problem]) => `${field}: ${String(problem)}`)
					.join('; '),
			)
		: undefined;

/** NinjaOne's own words, with its code where they lack it. */
export const reason = ({ text: whole, code }: Reason) => {
	const text = whole && cut(whole);
	if (text && code && code !== 'FAILURE' && !text.includes(code)) return `${text} (${code})`;
	return text ?? code;
};

/** Characters of a reason that are shown: NinjaOne can answer with a whole page. */
const longestReason = 500;

export const cut = (text: string) =>
	text.length > longestReason ? `${text.slice(0, longestReason)}...` : text;

import type { IDataObject } from 'n8n-workflow';
import { defined } from './defined';

/** The fields in which NinjaOne says why, over all the error bodies that it has. */
export interface Reason {
	code?: string;
	text?: string;
	errorCode?: number;
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
	const first: unknown = Array.isArray(body) ? body[0] : body;
	const data = typeof first === 'string' ? parsed(first) : (first ?? {});
	if (typeof data !== 'object' || data === null) return {};
	const {
		error,
		error_description,
		error_code,
		resultCode,
		errorMessage,
		errorCode,
		errorDetails,
		message,
		incidentId,
	} = data as IDataObject;
	const detail = (typeof errorMessage === 'object' ? errorMessage : null) as IDataObject | null;
	return defined({
		code: textOf(error) ?? textOf(resultCode) ?? textOf(errorCode) ?? textOf(detail?.code),
		text:
			textOf(error_description) ??
			textOf(errorMessage) ??
			withParams(detail) ??
			byField(errorDetails) ??
			textOf(message),
		errorCode: typeof error_code === 'number' ? error_code : undefined,
		incidentId: textOf(incidentId),
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return { message: text };
	}
}

export const textOf = (value: unknown) =>
	typeof value === 'string' && value !== '' ? value : undefined;

const withParams = (detail: IDataObject | null) =>
	detail
		? [detail.code, detail.params && JSON.stringify(detail.params)].filter(Boolean).join(' ')
		: undefined;

/** `errorDetails`: what is wrong, by field. */
const byField = (details: unknown) =>
	typeof details === 'object' && details !== null
		? textOf(
				Object.entries(details)
					.map(([field, problem]) => `${field}: ${String(problem)}`)
					.join('; '),
			)
		: undefined;

import { page, type Answer, type FullResponse } from './answer';
import { readBody } from './body';
import { isFailure } from './expectation';
import type { File } from './form';
import { parsedJson } from './json';
import { readReason } from './reason';

/** Reads an answer that is a file. A web page without a file name is the one that NinjaOne throttles with. */
export async function readFile(response: FullResponse): Promise<Answer> {
	const { statusCode, headers = {}, body } = response;
	const mimeType = String(headers['content-type'] ?? 'application/octet-stream').split(';')[0];
	const fileName = nameIn(String(headers['content-disposition'] ?? ''));
	if (fileName === undefined && mimeType === 'text/html') return page(statusCode, headers);
	const content = await readBody(body, headers);
	const said =
		mimeType.endsWith('json') && fileName === undefined ? parsedJson(String(content)) : undefined;
	if (isFailure(said)) return { kind: 'refused', status: statusCode, body: readReason(said) };
	if (content.length === 0) return { kind: 'ok', status: statusCode, body: undefined };
	const file: File = { content, mimeType, fileName: fileName ?? 'file' };
	return { kind: 'ok', status: statusCode, body: file };
}

/** The file name in a Content-Disposition header: the encoded form (RFC 5987) before the plain one. */
function nameIn(disposition: string): string | undefined {
	const encoded = /filename\*=(?:UTF-8|utf-8)''([^;]+)/.exec(disposition)?.[1];
	if (encoded !== undefined) return decoded(encoded.trim());
	return /filename="([^"]*)"|filename=([^;\s]+)/.exec(disposition)?.slice(1).find(Boolean);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

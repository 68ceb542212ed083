import type { IHttpRequestOptions } from 'n8n-workflow';

/**
 * Largest answer that is read, in bytes. Parsed, JSON takes several times its size, and n8n holds all items of an
 * execution in memory: more than this ends in a crash of n8n, and of every workflow on it.
 */
const largestAnswer = 200 * 1024 * 1024;

/** An error answer says what it has to say in much less. */
export const largestReason = 256 * 1024;

/**
 * The body comes as a stream, for JSON and files alike. n8n's helper offers no other way to stop an answer that is too
 * large before it fills the memory.
 */
export const streamed = { encoding: 'stream' } satisfies Partial<IHttpRequestOptions>;

/** Thrown in place of a body that is larger than allowed. */
export class AnswerTooLarge extends Error {
	constructor(readonly most: number) {
		super(`The answer has more than ${most} bytes`);
	}
}

/**
 * Reads a body to its end.
 * @param body a stream; bytes, text or parsed JSON where n8n hands over those
 * @param headers of the answer, for its announced length
 * @param most bytes
 * @throws AnswerTooLarge as soon as that is known; what the stream throws where it breaks off
 */
export async function readBody(
	body: unknown,
	headers: Record<string, unknown> = {},
	most = largestAnswer,
): Promise<Buffer> {
	if (Number(headers['content-length']) > most) throw new AnswerTooLarge(most);
	if (!isStream(body)) return bytesOf(body);
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of body) {
		length += chunk.length;
		if (length > most) throw new AnswerTooLarge(most);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

function bytesOf(body: unknown): Buffer {
	if (body === undefined || body === null) return Buffer.alloc(0);
	if (body instanceof Uint8Array) return Buffer.from(body);
	return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

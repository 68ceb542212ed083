import multipart, { type Multipart } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { failure } from './refusal';

const mebibyte = 1024 ** 2;
const largestFile = 250 * mebibyte;
const largestField = 8 * mebibyte;

/** A file as it was uploaded. */
export interface UploadedFile {
	/** The name of its part. */
	field: string;
	fileName: string;
	contentType: string;
	content: Buffer;
}

/** The parts of a form: those without a file by their name, JSON as text, and the files in their order. */
export interface Parts {
	fields: Record<string, string>;
	files: UploadedFile[];
}

/** Lets a server read multipart/form-data. */
export function readsMultipart(app: FastifyInstance): void {
	app.register(multipart, {
		limits: { fileSize: largestFile, fieldSize: largestField, files: 1000, parts: 2000 },
		isPartAFile: (_field, contentType, fileName) =>
			fileName !== undefined && !isTypedField(contentType, fileName),
	});
}

/** Clients that build a form of Blobs name each part "blob": they have no other way to give it a content type. */
const isTypedField = (contentType: string | undefined, fileName: string | undefined) =>
	fileName === 'blob' && contentType === 'application/json';

/** Reads a form whole. Any other content type is answered 415. */
export async function partsOf(request: FastifyRequest): Promise<Parts> {
	if (!request.isMultipart()) throw failure(415, 'HTTP 415 Unsupported Media Type');
	const read: Parts = { fields: {}, files: [] };
	for await (const part of request.parts()) await keep(part, read);
	if (request.logged) request.logged.body = summaryOf(read);
	return read;
}

async function keep(part: Multipart, { fields, files }: Parts) {
	if (part.type === 'field') {
		fields[part.fieldname] = asText(part.value);
		return;
	}
	files.push({
		field: part.fieldname,
		fileName: part.filename,
		contentType: part.mimetype,
		content: await part.toBuffer(),
	});
}

/** The plugin has parsed JSON by then. */
const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** What the log of requests keeps of a form: files by their size. */
const summaryOf = ({ fields, files }: Parts) => ({
	...fields,
	files: files.map(({ content, ...file }) => ({ ...file, size: content.length })),
});

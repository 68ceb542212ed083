import type { FastifyRequest } from 'fastify';
import { contentIdOf } from './state/attachments';
import type { StoredFile } from './state/files';

/** Addresses on this very server under which files can be had without a token, by content id. */
export const signedUrls = ({ protocol, host }: FastifyRequest, files: readonly StoredFile[]) =>
	Object.fromEntries(
		files.map((file) => [
			contentIdOf(file),
			`${protocol}://${host}/_files/${file.id}?signature=${file.signature}`,
		]),
	);

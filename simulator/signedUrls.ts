import type { FastifyRequest } from 'fastify';
import { signedUrl } from './routes/files';
import { contentIdOf } from './state/attachments';
import type { StoredFile } from './state/files';

/** Addresses of files that work without a token, by content id. */
export const signedUrls = (request: FastifyRequest, files: readonly StoredFile[]) =>
	Object.fromEntries(files.map((file) => [contentIdOf(file), signedUrl(request, file)]));

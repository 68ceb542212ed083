import type { FastifyRequest } from 'fastify';
import type { Routes } from '../context';
import { found, idOf, queryOf } from '../input';
import { text } from '../query';
import type { StoredFile } from '../state/files';

/** Where a signed address leads: outside the API, so that no token is asked for. */
export const fileRoutes: Routes = (app, { state }) => {
	app.get('/_files/:id', (request, reply) => {
		const { signature, contentType, content } = found(state.files.get(idOf(request)), 'file');
		found(text(queryOf(request), 'signature') === signature || undefined, 'file');
		return reply.type(contentType).send(content);
	});
};

/** An address on this very server under which a file can be had without a token. */
export const signedUrl = (request: FastifyRequest, { id, signature }: StoredFile) =>
	`${request.protocol}://${request.host}/_files/${id}?signature=${signature}`;

import { AttachmentEntityTypeSchema } from '../../contracts';
import type { Routes } from '../context';
import { checked, found, idOf, queryOf } from '../input';
import { text } from '../query';
import { serve } from '../serve';
import { metadataOf } from '../state/attachments';
import { keepFile } from '../state/files';

/** Files that are staged, for `cid:` in HTML or for a field of a document, and signed addresses of files. */
export const fileRoutes: Routes = (app, { state }) => {
	serve(app, {
		'POST /v2/attachments/temp/upload'({ body, query }) {
			checked(text(query, 'entityType'), AttachmentEntityTypeSchema.optional());
			return body.files.map((file) => metadataOf(keepFile(state.files, file)));
		},
	});
	/** Outside the API, so that no token is asked for. */
	app.get('/_files/:id', (request, reply) => {
		const { signature, contentType, content } = found(state.files.get(idOf(request)), 'file');
		found(text(queryOf(request), 'signature') === signature || undefined, 'file');
		return reply.type(contentType).send(content);
	});
};

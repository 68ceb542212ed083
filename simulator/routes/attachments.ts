import { AttachmentEntityTypeSchema } from '../../contracts';
import type { Routes } from '../context';
import { checked } from '../input';
import { text } from '../query';
import { metadataOf } from '../state/attachments';
import { keepFile } from '../state/files';
import { endpointsOn } from '../serve';

/** Files that are staged, for `cid:` in HTML or for a field of a document. */
export const attachmentRoutes: Routes = (app, { state }) => {
	endpointsOn(app)('POST /v2/attachments/temp/upload', ({ body, query }) => {
		checked(text(query, 'entityType'), AttachmentEntityTypeSchema.optional());
		return body.files.map((file) => metadataOf(keepFile(state.files, file)));
	});
};

import { AttachmentEntityTypeSchema } from '../../contracts';
import type { Routes } from '../context';
import { checked, queryOf } from '../input';
import { text } from '../query';
import { metadataOf } from '../state/attachments';
import { keepFile } from '../state/files';
import { formWith } from '../uploads';

/** Files that are staged, for `cid:` in HTML or for a field of a document. */
export const attachmentRoutes: Routes = (app, { state }) => {
	app.post('/v2/attachments/temp/upload', async (request) => {
		checked(text(queryOf(request), 'entityType'), AttachmentEntityTypeSchema.optional());
		const { files } = await formWith(request, 'files');
		return files.map((file) => metadataOf(keepFile(state.files, file)));
	});
};

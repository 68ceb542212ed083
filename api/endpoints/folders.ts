import { get, patch, post } from '../endpoint';

/** Folders of the knowledge base. */
export const folders = {
	/** With the articles and folders in it, one level deep. */
	get: get('/v2/knowledgebase/folder/{folderId}'),
	/** By a path of names from the root of an organization, or of the global articles; without a path the root. */
	getByPath: get('/v2/knowledgebase/folder'),
	/** Moves folders and articles, which are called documents here. */
	move: patch('/v2/knowledgebase/folders/move'),
	archive: post('/v2/knowledgebase/folders/archive', { repeatable: true }),
	restore: post('/v2/knowledgebase/folders/restore', { repeatable: true }),
	/** Of archived folders alone, with all that is in them. */
	delete: post('/v2/knowledgebase/folders/delete', { effect: 'destroy' }),
};

import { get, patch, post } from '../endpoint';
import { whole } from '../paging';

export const globalArticles = get('/v2/knowledgebase/global/articles', { paging: whole });
export const organizationArticles = get('/v2/knowledgebase/organization/articles', {
	paging: whole,
});
/** Takes a list of articles. Names may repeat: a repeated call makes each article twice. */
export const articlesCreate = post('/v2/knowledgebase/articles', {
	effect: 'dispatch',
	answers: 'list',
});
/** Takes a list of changes; what is not named stays. */
export const articlesUpdate = patch('/v2/knowledgebase/articles', { answers: 'list' });
/** Form data: files beside where they go. Repeated, it makes each article twice. */
export const articlesUpload = post('/v2/knowledgebase/articles/upload', {
	effect: 'dispatch',
	answers: 'list',
});
export const articleDownload = get('/v2/knowledgebase/article/{articleId}/download', {
	answers: 'file',
});
export const articleSignedUrls = get('/v2/knowledgebase/article/{articleId}/signed-urls', {
	answers: 'any',
});

/** With the articles and folders in it, one level deep. */
export const folder = get('/v2/knowledgebase/folder/{folderId}');
/** By a path of names from the root of an organization, or of the global articles; without a path the root. */
export const folderAtPath = get('/v2/knowledgebase/folder');
/** Moves folders and articles, which are called documents here. */
export const knowledgeBaseMove = patch('/v2/knowledgebase/folders/move');

export const articlesArchive = post('/v2/knowledgebase/articles/archive', { repeatable: true });
export const articlesRestore = post('/v2/knowledgebase/articles/restore', { repeatable: true });
/** Of archived articles alone. */
export const articlesDelete = post('/v2/knowledgebase/articles/delete', { effect: 'destroy' });
export const foldersArchive = post('/v2/knowledgebase/folders/archive', { repeatable: true });
export const foldersRestore = post('/v2/knowledgebase/folders/restore', { repeatable: true });
/** Of archived folders alone, with all that is in them. */
export const foldersDelete = post('/v2/knowledgebase/folders/delete', { effect: 'destroy' });

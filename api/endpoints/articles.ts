import { get, patch, post } from '../endpoint';
import { whole } from '../paging';

/** Articles of the knowledge base, global ones and those of organizations. */
export const articles = {
	listGlobal: get('/v2/knowledgebase/global/articles', { paging: whole }),
	listOfOrganizations: get('/v2/knowledgebase/organization/articles', { paging: whole }),
	/** Takes a list of articles. Names may repeat: a repeated call makes each article twice. */
	create: post('/v2/knowledgebase/articles', { effect: 'dispatch', answers: 'list' }),
	/** Takes a list of changes; what is not named stays. */
	update: patch('/v2/knowledgebase/articles', { answers: 'list' }),
	/** Form data: files, and JSON with where they go. Repeated, it makes each article twice. */
	upload: post('/v2/knowledgebase/articles/upload', { effect: 'dispatch', answers: 'list' }),
	download: get('/v2/knowledgebase/article/{articleId}/download', { answers: 'file' }),
	signedUrls: get('/v2/knowledgebase/article/{articleId}/signed-urls', { answers: 'any' }),
	archive: post('/v2/knowledgebase/articles/archive', { repeatable: true }),
	restore: post('/v2/knowledgebase/articles/restore', { repeatable: true }),
	/** Of archived articles alone. */
	delete: post('/v2/knowledgebase/articles/delete', { effect: 'destroy' }),
};

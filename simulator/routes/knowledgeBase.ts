import type { FastifyRequest } from 'fastify';
import { MoveSchema, NewArticlesSchema, UpdateArticlesSchema } from '../../contracts';
import type { Routes } from '../context';
import { download } from '../download';
import { bodyOf, found, idOf, queryOf } from '../input';
import { articleRow, folderRow } from '../knowledgeBaseRows';
import { amongIds, likeName } from '../many';
import { flag, integer, text } from '../query';
import { signedUrls } from '../signedUrls';
import { filesShownIn } from '../state/attachments';
import type { ArticleRecord } from '../state/documentation';
import {
	createArticles,
	move,
	settleUploads,
	updateArticles,
	uploadArticles,
} from '../state/knowledgeBase';
import { archived, existingRootOf, folderAt } from '../state/knowledgeBaseFolders';
import { endpointsOn } from '../serve';
import type { State } from '../state/state';
import { knowledgeBaseArchiveRoutes } from './knowledgeBaseArchive';

/** Articles and the folders that they lie in, of organizations and of all. */
export const knowledgeBaseRoutes: Routes = (app, context) => {
	const { state } = context;
	const { articles, folders } = state.documentation;
	const articleOf = (request: FastifyRequest) => {
		settleUploads(state);
		return found(articles.get(idOf(request, 'articleId')), 'article');
	};
	const rows = (records: readonly ArticleRecord[]) =>
		records.map((record) => articleRow(state, record));

	app.get('/v2/knowledgebase/organization/articles', (request) => {
		const isTheirs = amongIds(queryOf(request), 'organizationIds');
		return rows(
			articlesFor(request, state).filter(
				({ organizationId }) => organizationId !== undefined && isTheirs(organizationId),
			),
		);
	});
	app.get('/v2/knowledgebase/global/articles', (request) =>
		rows(articlesFor(request, state).filter(({ organizationId }) => organizationId === undefined)),
	);

	app.post('/v2/knowledgebase/articles', (request) =>
		rows(createArticles(state, bodyOf(request, NewArticlesSchema))),
	);
	app.patch('/v2/knowledgebase/articles', (request) => {
		const updates = bodyOf(request, UpdateArticlesSchema).map(({ id, ...wish }) => ({
			article: found(articles.get(id), 'article'),
			...wish,
		}));
		return rows(updateArticles(state, updates));
	});
	endpointsOn(app)('POST /v2/knowledgebase/articles/upload', ({ body: { fields, files } }) => {
		const { organizationId, folderId, folderPath } = fields;
		const place = {
			organizationId,
			destinationFolderId: folderId,
			destinationFolderPath: folderPath,
		};
		return rows(uploadArticles(state, place, files));
	});

	app.get('/v2/knowledgebase/article/:articleId/download', (request, reply) => {
		const { upload, name, content } = articleOf(request);
		const written = {
			fileName: `${name}.html`,
			contentType: 'text/html; charset=utf-8',
			content: content?.html ?? '',
		};
		return download(reply, state.files.get(upload?.fileId ?? 0) ?? written);
	});
	app.get('/v2/knowledgebase/article/:articleId/signed-urls', (request) => {
		const { upload, content } = articleOf(request);
		const file = state.files.get(upload?.fileId ?? 0);
		return signedUrls(request, file ? [file] : filesShownIn(state, content?.html ?? ''));
	});

	const answerFolder = (request: FastifyRequest, id: number) => {
		settleUploads(state);
		const folder = found(folders.get(id), 'folder');
		return folderRow(state, folder, flag(queryOf(request), 'includeArchived'));
	};
	app.get('/v2/knowledgebase/folder/:folderId', (request) =>
		answerFolder(request, idOf(request, 'folderId')),
	);
	app.get('/v2/knowledgebase/folder', (request) => {
		const query = queryOf(request);
		const start = integer(query, 'folderId');
		const root =
			start === undefined
				? existingRootOf(state, integer(query, 'organizationId'))
				: folders.get(start);
		const folder = folderAt(state, root, text(query, 'folderPath'));
		return answerFolder(request, found(folder, 'folder').id);
	});
	app.patch('/v2/knowledgebase/folders/move', (request, reply) => {
		move(state, bodyOf(request, MoveSchema));
		return reply.code(204).send();
	});
	knowledgeBaseArchiveRoutes(app, context);
};

function articlesFor(request: FastifyRequest, state: State) {
	settleUploads(state);
	const isMeant = likeName(queryOf(request), 'articleName');
	const withArchived = flag(queryOf(request), 'includeArchived');
	return state.documentation.articles
		.all()
		.filter((article) => isMeant(article.name) && (withArchived || !archived(state, article)));
}

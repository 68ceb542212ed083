import type { FastifyRequest } from 'fastify';
import type { Routes } from '../context';
import { bodyOf } from '../input';
import { IdsSchema, rowsOf } from '../many';
import { failure } from '../refusal';
import { archived, deleteFolder } from '../state/knowledgeBaseFolders';

/** The archive of the knowledge base. What lies in an archived folder is archived with it. */
export const knowledgeBaseArchiveRoutes: Routes = (app, { state }) => {
	const { articles, folders } = state.documentation;
	const kinds = {
		articles: (request: FastifyRequest) => rowsOf(articles, bodyOf(request, IdsSchema), 'article'),
		folders: (request: FastifyRequest) => rowsOf(folders, bodyOf(request, IdsSchema), 'folder'),
	};
	for (const [kind, allOf] of Object.entries(kinds)) {
		app.post(`/v2/knowledgebase/${kind}/archive`, (request, reply) => {
			for (const entry of allOf(request)) entry.archivedTime ??= state.now();
			return reply.code(204).send();
		});
		app.post(`/v2/knowledgebase/${kind}/restore`, (request, reply) => {
			for (const entry of allOf(request)) delete entry.archivedTime;
			return reply.code(204).send();
		});
	}

	app.post('/v2/knowledgebase/articles/delete', (request, reply) => {
		const doomed = kinds.articles(request);
		const inUse = doomed.find((article) => !archived(state, article));
		if (inUse) throw failure(400, `Article ${inUse.id} is not archived`);
		for (const { id } of doomed) articles.remove(id);
		return reply.code(204).send();
	});
	app.post('/v2/knowledgebase/folders/delete', (request, reply) => {
		const doomed = kinds.folders(request);
		const inUse = doomed.find((folder) => !archived(state, folder));
		if (inUse) throw failure(400, `Folder ${inUse.id} is not archived`);
		for (const folder of doomed) deleteFolder(state, folder);
		return reply.code(204).send();
	});
};

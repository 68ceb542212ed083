import type { Move, NewArticle, RichText } from '../../contracts';
import { found } from '../input';
import { failure } from '../refusal';
import { richText } from '../richText';
import type { UploadedFile } from '../multipart';
import type { ArticleRecord, FolderRecord } from './documentation';
import { keepFile } from './files';
import {
	archived,
	belongsTo,
	type FolderPlace,
	folderFor,
	isWithin,
	rootOf,
} from './knowledgeBaseFolders';
import type { State } from './state';

/** Creates all of them, or none, with the folders that they name. */
export function createArticles(state: State, wishes: readonly NewArticle[]): ArticleRecord[] {
	const places = wishes.map((wish) => placeOf(state, wish));
	return wishes.map(({ name, content = {} }, at) =>
		addArticle(state, places[at], { name, content: richText(content) }),
	);
}

/** Makes an article of each file. They are scanned: the first look after this one finds them ready. */
export function uploadArticles(
	state: State,
	place: FolderPlace,
	files: readonly UploadedFile[],
): ArticleRecord[] {
	const checked = placeOf(state, place);
	return files.map((file) => {
		const { id: fileId } = keepFile(state.files, file);
		const id = state.documentation.nextPartId();
		const upload = { id, fileId, uploadStatus: 'PROCESSING' as const };
		return addArticle(state, checked, { name: file.fileName, upload });
	});
}

/** The uploads that were being scanned are ready from now on. */
export function settleUploads({ documentation }: State): void {
	for (const { upload } of documentation.articles.all())
		if (upload) upload.uploadStatus = 'SUCCESS';
}

/** Refused where there is no such organization or folder; nothing is made yet. */
function placeOf(state: State, place: FolderPlace): FolderPlace {
	const { organizationId, destinationFolderId, destinationFolderPath } = place;
	if (organizationId !== undefined) found(state.organizations.get(organizationId), 'organization');
	if (destinationFolderId === undefined) return place;
	if (destinationFolderPath !== undefined)
		throw failure(400, 'Only one of destinationFolderId and destinationFolderPath may be given');
	const folder = found(state.documentation.folders.get(destinationFolderId), 'folder');
	if (organizationId !== undefined && folder.organizationId !== organizationId)
		throw failure(400, `Folder ${folder.id} does not belong to organization ${organizationId}`);
	return place;
}

function addArticle(
	state: State,
	place: FolderPlace,
	about: Pick<ArticleRecord, 'name' | 'content' | 'upload'>,
): ArticleRecord {
	const { articles } = state.documentation;
	const folder = folderFor(state, place);
	return articles.set({
		id: articles.nextId(),
		parentFolderId: folder.id,
		organizationId: folder.organizationId,
		createTime: state.now(),
		updateTime: state.now(),
		...about,
	});
}

/** Updates all of them, or none. The content of an uploaded file stays what it is. */
export function updateArticles(
	state: State,
	updates: ReadonlyArray<{ article: ArticleRecord; name?: string; content?: RichText }>,
): ArticleRecord[] {
	const upload = updates.find(({ article, content }) => article.upload && content)?.article;
	if (upload) throw failure(400, `Article ${upload.id} is an uploaded file and has no content`);
	return updates.map(({ article, name, content }) =>
		Object.assign(article, {
			name: name ?? article.name,
			content: content ? richText(content) : article.content,
			updateTime: state.now(),
		}),
	);
}

/** Moves folders and articles; they belong to the destination's organization from then on. */
export function move(state: State, wish: Move): void {
	const { folders, articles } = state.documentation;
	const { folderIds = [], documentIds = [], destinationFolderId } = wish;
	const movedFolders = folderIds.map((id) => found(folders.get(id), 'folder'));
	const movedArticles = documentIds.map((id) => found(articles.get(id), 'article'));
	const root = movedFolders.find(({ parentFolderId }) => parentFolderId === undefined);
	if (root) throw failure(400, `Folder ${root.id} is a root folder`);
	const target = destinationOf(state, wish);
	const above = movedFolders.find((folder) => isWithin(state, target, folder));
	if (above) throw failure(400, `Folder ${above.id} cannot go into itself`);
	if (destinationFolderId !== undefined && archived(state, target))
		throw failure(400, `Folder ${target.id} is archived`);

	for (const entry of [...movedFolders, ...movedArticles]) entry.parentFolderId = target.id;
	for (const entry of [...folders.all(), ...articles.all()])
		if (isWithin(state, entry, target)) belongsTo(entry, target.organizationId);
}

function destinationOf(state: State, wish: Move): FolderRecord {
	const { destinationFolderId, destinationOrganizationId } = wish;
	if (destinationFolderId !== undefined)
		return found(state.documentation.folders.get(destinationFolderId), 'folder');
	if (destinationOrganizationId === undefined)
		throw failure(400, 'destinationFolderId or destinationOrganizationId is required');
	found(state.organizations.get(destinationOrganizationId), 'organization');
	return rootOf(state, destinationOrganizationId);
}

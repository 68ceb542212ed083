import type { Move, NewArticle, RichText } from '../../contracts';
import { failure, found } from '../refusal';
import { richText } from '../richText';
import type { ArticleRecord, FolderRecord } from './documentation';
import { archived, type FolderPlace, folderFor, isWithin, rootOf } from './knowledgeBaseFolders';
import type { State } from './state';

/** An article to create, written or uploaded, or what is to be different about one. */
export type ArticleToWrite = NewArticle & Pick<ArticleRecord, 'upload'>;

/** The file of an article that was uploaded. */
export const fileOf = ({ files }: State, { upload }: ArticleRecord) =>
	files.get(upload?.fileId ?? 0);

/** Refused where there is no such organization or folder; nothing is made yet. */
export function checkPlace(state: State, place: FolderPlace): void {
	const { organizationId, destinationFolderId, destinationFolderPath } = place;
	if (organizationId !== undefined) found(state.organizations.get(organizationId), 'organization');
	if (destinationFolderId === undefined) return;
	if (destinationFolderPath !== undefined)
		throw failure(400, 'Only one of destinationFolderId and destinationFolderPath may be given');
	const folder = found(state.documentation.folders.get(destinationFolderId), 'folder');
	if (organizationId !== undefined && folder.organizationId !== organizationId)
		throw failure(400, `Folder ${folder.id} does not belong to organization ${organizationId}`);
}

/** An article as it is once it is written. The content of an uploaded file stays what it is. */
export function articleFrom(
	state: State,
	{ name, content, upload, ...place }: ArticleToWrite,
	before?: ArticleRecord,
): Omit<ArticleRecord, 'id'> {
	if (before?.upload && content)
		throw failure(400, `Article ${before.id} is an uploaded file and has no content`);
	return {
		...(before ?? newArticleIn(folderFor(state, place), state.now())),
		...(name !== undefined && { name }),
		...contentOf(content, upload ?? before),
		...(upload && { upload }),
		updateTime: state.now(),
	} as ArticleRecord;
}

const newArticleIn = ({ id, organizationId }: FolderRecord, createTime: number) => ({
	parentFolderId: id,
	organizationId,
	createTime,
});

/** A written article has content from the start. */
const contentOf = (content: RichText | undefined, known: object | undefined) =>
	content || !known ? { content: richText(content ?? {}) } : {};

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
		if (isWithin(state, entry, target)) entry.organizationId = target.organizationId;
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

import type {
	KnowledgeBaseArticle,
	KnowledgeBaseFolder,
	KnowledgeBaseFolderItem,
} from '../contracts';
import { metadataOf } from './state/attachments';
import type { ArticleRecord, FolderRecord } from './state/documentation';
import { fileOf } from './state/knowledgeBase';
import { archived, pathOf } from './state/knowledgeBaseFolders';
import type { State } from './state/state';

/** An article as it is answered. */
export function articleRow(state: State, article: ArticleRecord): KnowledgeBaseArticle {
	const { upload, content, ...row } = article;
	const file = fileOf(state, article);
	const attachment = upload &&
		file && { id: upload.id, uploadStatus: 'SUCCESS' as const, metadata: metadataOf(file) };
	return {
		...row,
		isNinjaArticle: !upload,
		isArchived: archived(state, article),
		attachments: attachment ? [attachment] : [],
		content,
		path: pathOf(state, article),
	};
}

/** A folder with what is in it, folders first; what is archived only where it is asked for. */
export function folderRow(
	state: State,
	folder: FolderRecord,
	includeArchived: boolean,
): KnowledgeBaseFolder {
	const { folders, articles } = state.documentation;
	const isInside = (entry: { parentFolderId?: number }) => entry.parentFolderId === folder.id;
	const content = [
		...folders
			.all()
			.filter(isInside)
			.map((each) => itemOf(state, each, true)),
		...articles
			.all()
			.filter(isInside)
			.map((each) => ({ ...itemOf(state, each, false), ...uploadOf(state, each) })),
	];
	return {
		...folder,
		isArchived: archived(state, folder),
		content: content.filter(({ isArchived }) => includeArchived || !isArchived),
	};
}

function itemOf(
	state: State,
	entry: FolderRecord | ArticleRecord,
	isFolder: boolean,
): KnowledgeBaseFolderItem {
	const { id, organizationId, parentFolderId = 0, name, createTime, updateTime } = entry;
	const shown = { id, organizationId, parentFolderId, name, createTime, updateTime };
	const isArchived = archived(state, entry);
	return { ...shown, folder: isFolder, archived: isArchived, isFolder, isArchived };
}

function uploadOf(state: State, article: ArticleRecord): Partial<KnowledgeBaseFolderItem> {
	const file = fileOf(state, article);
	if (!file) return { fileExtension: 'ninja' };
	const { size, extension } = metadataOf(file);
	return { fileSize: size, fileExtension: extension, fileUploadStatus: 'SUCCESS' };
}

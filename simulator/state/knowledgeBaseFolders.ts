import { found } from '../refusal';
import type { ArticleRecord, FolderRecord } from './documentation';
import type { State } from './state';

/** Where something is to go: into a folder, or along a path from the root of an organization, or of all. */
export interface FolderPlace {
	organizationId?: number;
	destinationFolderId?: number;
	destinationFolderPath?: string;
}

type Entry = FolderRecord | ArticleRecord;

const separator = '|';
const namesIn = (path: string) =>
	path
		.split(separator)
		.map((name) => name.trim())
		.filter((name) => name !== '');

/** The root of an organization, or that of the global articles. An organization has none before it is needed. */
export const existingRootOf = ({ documentation }: State, organizationId?: number) =>
	documentation.folders
		.all()
		.find(
			(folder) => folder.parentFolderId === undefined && folder.organizationId === organizationId,
		);

export const rootOf = (state: State, organizationId?: number): FolderRecord =>
	existingRootOf(state, organizationId) ??
	addFolder(state, { name: 'Knowledge Base', organizationId });

/** The folder that is meant; those of a path that are missing are made. */
export function folderFor(state: State, place: FolderPlace): FolderRecord {
	const { organizationId, destinationFolderId, destinationFolderPath = '' } = place;
	if (destinationFolderId !== undefined)
		return found(state.documentation.folders.get(destinationFolderId), 'folder');
	return namesIn(destinationFolderPath).reduce(
		(folder, name) =>
			childOf(state, folder, name) ??
			addFolder(state, { name, organizationId, parentFolderId: folder.id }),
		rootOf(state, organizationId),
	);
}

/** The folder at a path, if there is one. */
export const folderAt = (state: State, root: FolderRecord | undefined, path = '') =>
	namesIn(path).reduce((folder, name) => folder && childOf(state, folder, name), root);

const childOf = ({ documentation }: State, parent: FolderRecord, name: string) =>
	documentation.folders
		.all()
		.find((folder) => folder.parentFolderId === parent.id && folder.name === name);

function addFolder(
	state: State,
	about: Pick<FolderRecord, 'name' | 'organizationId' | 'parentFolderId'>,
): FolderRecord {
	const { folders } = state.documentation;
	const now = state.now();
	return folders.set({ id: folders.nextId(), createTime: now, updateTime: now, ...about });
}

/** The folders above an entry, the uppermost first. */
export function foldersAbove({ documentation }: State, entry: Entry): FolderRecord[] {
	const above: FolderRecord[] = [];
	let { parentFolderId } = entry;
	while (parentFolderId !== undefined) {
		const folder = documentation.folders.get(parentFolderId);
		if (!folder) break;
		above.unshift(folder);
		({ parentFolderId } = folder);
	}
	return above;
}

/** Whether an entry is this folder, or anywhere below it. */
export const isWithin = (state: State, entry: Entry, folder: FolderRecord) =>
	[...foldersAbove(state, entry), entry].includes(folder);

/** Whether an entry is archived itself or lies in a folder that is. */
export const archived = (state: State, entry: Entry) =>
	[...foldersAbove(state, entry), entry].some(({ archivedTime }) => archivedTime !== undefined);

/** The names of the folders that lead to an entry, the root left out. */
export const pathOf = (state: State, entry: Entry) =>
	foldersAbove(state, entry)
		.slice(1)
		.map(({ name }) => name)
		.join(separator);

/** Takes away all that is in a folder. */
export function emptyFolder(state: State, { id }: FolderRecord): void {
	const { folders, articles } = state.documentation;
	const isInside = (entry: Entry) => entry.parentFolderId === id;
	for (const article of articles.all().filter(isInside)) articles.remove(article.id);
	for (const folder of folders.all().filter(isInside)) {
		folders.remove(folder.id);
		emptyFolder(state, folder);
	}
}

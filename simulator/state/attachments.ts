import type { AttachmentMetadata } from '../../contracts';
import type { State } from './state';
import type { StoredFile } from './files';

const idLength = 12;
const prefix = '00000000-0000-4000-a000-';

/** What other things name a file by. */
export const contentIdOf = ({ id }: Pick<StoredFile, 'id'>) =>
	prefix + String(id).padStart(idLength, '0');

export function fileOfContent({ files }: State, contentId: string): StoredFile | undefined {
	const id = contentId.startsWith(prefix) ? Number(contentId.slice(prefix.length)) : NaN;
	return files.get(id);
}

export const metadataOf = (file: StoredFile): AttachmentMetadata => ({
	name: file.fileName,
	mimeType: file.contentType,
	size: String(file.content.length),
	extension: extensionOf(file.fileName),
	contentId: contentIdOf(file),
});

const extensionOf = (fileName: string) => /\.([^.]+)$/.exec(fileName)?.[1] ?? '';

/** The files that HTML shows by `cid:`. */
export function filesShownIn(state: State, html: string): StoredFile[] {
	const contentIds = new Set([...html.matchAll(/cid:([\w-]+)/g)].map(([, contentId]) => contentId));
	return [...contentIds].flatMap((contentId) => fileOfContent(state, contentId) ?? []);
}

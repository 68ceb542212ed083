import { randomUUID } from 'node:crypto';
import type { Table } from './table';

/** A file as it was uploaded. */
export interface StoredFile {
	id: number;
	fileName: string;
	contentType: string;
	content: Buffer;
	/** Whoever knows it may read the file without a token. */
	signature: string;
}

/** Keeps a file under an id of its own. */
export const keepFile = (
	files: Table<StoredFile>,
	{ fileName, contentType, content }: Pick<StoredFile, 'fileName' | 'contentType' | 'content'>,
): StoredFile =>
	files.set({ id: files.nextId(), fileName, contentType, content, signature: randomUUID() });

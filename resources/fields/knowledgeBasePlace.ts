import { folders } from '../../api/endpoints/folders';
import { call } from '../../api/request';
import { onlyWhen } from '../../operations/field';
import { choice } from '../../operations/fields';
import type { Caller } from '../../operations/operation';
import { folderReference, type FolderReference } from './folders';
import { organizationId } from './organizations';

/** A place in the knowledge base as parameters. */
export const placeFields = () => ({
	scope: choice(
		{ displayName: 'Knowledge Base Of', description: 'Whose part of the knowledge base it is' },
		[
			{ name: 'All (Global)', value: 'global' },
			{ name: 'Organization', value: 'organization' },
		],
	),
	organizationId: onlyWhen({ scope: ['organization'] }, organizationId()),
	level: choice({ displayName: 'Place', description: 'Where in this knowledge base it is' }, [
		{ name: 'Top Level', value: 'top' },
		{ name: 'Folder', value: 'folder' },
	]),
	folder: onlyWhen({ level: ['folder'] }, folderReference()),
});

/** A place as it was given: what is absent is the global knowledge base, or the top level. */
export interface GivenPlace {
	organizationId?: number;
	folder?: FolderReference;
}

/** A place as NinjaOne takes it. */
export interface Place {
	organizationId?: number;
	folderId?: number;
	folderPath?: string;
}

export const placeOf = ({ organizationId, folder = { path: '' } }: GivenPlace): Place => ({
	...(organizationId ? { organizationId } : {}),
	...('id' in folder ? { folderId: folder.id } : {}),
	...('path' in folder && folder.path ? { folderPath: folder.path } : {}),
});

/** The folder at a place that names none by its ID. */
export const readPlace = async (caller: Caller, query: Omit<Place, 'folderId'>) =>
	await caller.send(call(folders.getByPath, { query: { ...query } }));

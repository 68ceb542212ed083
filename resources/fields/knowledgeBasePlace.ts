import type { IDataObject } from 'n8n-workflow';
import { folders } from '../../api/endpoints/folders';
import { organizations } from '../../api/endpoints/organizations';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { onlyWhen } from '../../operations/field';
import { choice } from '../../operations/fields';
import { numericId } from '../../operations/ids';
import { listLocator } from '../../operations/locator';
import type { Caller } from '../../operations/operation';
import type { Reference } from '../../operations/reference';
import { organizationIdOf, organizationReference } from './references';

/** A folder as the user gave it: by ID, or by the names that lead to it. */
export type FolderReference = { id: number } | { path: string };

const folderReference = () =>
	listLocator<FolderReference>(
		{
			displayName: 'Folder',
			description:
				'The folder: picked from the list, or given by its ID or by its path, with | between the names',
			searchMethod: 'searchFolders',
			example: '4102 or Runbooks|Onboarding',
		},
		(value, label) =>
			typeof value === 'string' && Number.isNaN(Number(value))
				? { path: folderPath(value, label) }
				: { id: numericId(value, label) },
		{ displayName: 'By ID or Path', name: 'id' },
	);

function folderPath(path: string, label: string): string {
	const names = path.split('|').map((name) => name.trim());
	if (names.every((name) => name !== '')) return names.join('|');
	throw inputError(
		label,
		`is not a path of folders: "${path}"`,
		'Write the names with | between them, such as Runbooks|Onboarding, or give an ID.',
	);
}

/** A place in the knowledge base as parameters; an operation that has it declares `organizations`. */
export const placeFields = () => ({
	scope: choice(
		{ displayName: 'Knowledge Base Of', description: 'Whose part of the knowledge base it is' },
		[
			{ name: 'All (Global)', value: 'global' },
			{ name: 'Organization', value: 'organization' },
		],
	),
	organizationId: onlyWhen({ scope: ['organization'] }, organizationReference()),
	level: choice({ displayName: 'Place', description: 'Where in this knowledge base it is' }, [
		{ name: 'Top Level', value: 'top' },
		{ name: 'Folder', value: 'folder' },
	]),
	folder: onlyWhen({ level: ['folder'] }, folderReference()),
});

export interface GivenPlace {
	organizationId?: Reference;
	folder?: FolderReference;
}

/** A place with the organization found: what is absent is the global knowledge base, or the top level. */
export interface Place {
	organizationId?: number;
	folderId?: number;
	folderPath?: string;
}

export async function placeOf(
	caller: Caller,
	{ organizationId, folder = { path: '' } }: GivenPlace,
): Promise<Place> {
	return {
		...(organizationId ? { organizationId: await organizationIdOf(caller, organizationId) } : {}),
		...('id' in folder ? { folderId: folder.id } : {}),
		...('path' in folder && folder.path ? { folderPath: folder.path } : {}),
	};
}

/** What an operation that finds a folder by its path declares. */
export const placeEndpoints = [organizations.list, folders.getByPath] as const;

/** The folder at a place that names none by its ID. */
export const readPlace = async (caller: Caller, query: Omit<Place, 'folderId'>) =>
	(await caller.send(call(folders.getByPath, { query: { ...query } }))) as IDataObject;

import { folders } from '../../api/endpoints/folders';
import { call } from '../../api/request';
import { flag } from '../../operations/fields';
import { idIn } from '../../operations/idIn';
import { operation, type Resource } from '../../operations/operation';
import { archiveRestoreDelete } from '../fields/archive';
import { move } from '../fields/knowledgeBaseMove';
import { placeFields, placeOf, readPlace } from '../fields/knowledgeBasePlace';

export const knowledgeBaseFolder: Resource = {
	name: 'Knowledge Base Folder',
	description: 'A folder of the knowledge base, with articles and further folders in it',
	operations: {
		...archiveRestoreDelete({
			noun: 'knowledge base folder',
			label: 'Folder',
			idName: 'folderId',
			archive: { bulk: folders.archive },
			restore: { bulk: folders.restore },
			delete: { bulk: folders.delete },
		}),

		get: operation({
			name: 'Get',
			action: 'Get knowledge base folder',
			description:
				'Get one folder with the list of what is in it: folders and articles, one level deep',
			endpoints: [folders.get, folders.getByPath],
			fields: {
				...placeFields(),
				includeArchived: flag({
					displayName: 'Include Archived',
					description: 'Whether to list what is archived in the folder, too',
				}),
			},
			async run(caller, { includeArchived, ...given }) {
				const { folderId, ...place } = placeOf(given);
				const found = folderId === undefined ? await readPlace(caller, place) : undefined;
				// By path NinjaOne never lists what is archived.
				if (found && !includeArchived) return [found];
				const path = { folderId: folderId ?? idIn(found, 'the folder') };
				const query = { includeArchived: includeArchived || undefined };
				return [await caller.send(call(folders.get, { path, query }))];
			},
		}),

		move: move('folder'),
	},
};

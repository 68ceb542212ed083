import { folders } from '../../api/endpoints/folders';
import { call } from '../../api/request';
import { flag } from '../../operations/fields';
import { idIn } from '../../operations/idIn';
import { operation } from '../../operations/operation';
import { placeFields, placeOf, readPlace } from '../fields/knowledgeBasePlace';

export const get = operation({
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
});

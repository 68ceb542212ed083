import { folders } from '../../api/endpoints/folders';
import { asNinjaOneError } from '../../api/errors';
import { call } from '../../api/request';
import { mayBeNone } from '../../operations/field';
import { idList } from '../../operations/fields';
import { idIn } from '../../operations/idIn';
import { operation, type Caller } from '../../operations/operation';
import { recordIds } from './archive';
import { placeFields, placeOf, readPlace, type Place } from './knowledgeBasePlace';

const others = (what: string) =>
	mayBeNone(
		idList({
			displayName: `${what} IDs`,
			description: `${what}s that go along with them, by their numeric IDs, comma-separated`,
			placeholder: 'e.g. 12,15',
		}),
	);

const moved = {
	article: { articleIds: recordIds('Article'), folderIds: others('Folder') },
	folder: { folderIds: recordIds('Folder'), articleIds: others('Article') },
};

/** Moves articles and folders at once, as NinjaOne does. */
export const move = (type: keyof typeof moved) =>
	operation({
		name: 'Move',
		action: `Move knowledge base ${type}s`,
		description: `Put ${type}s into a folder, or at the top of the knowledge base of an organization or of all`,
		endpoints: [folders.move, folders.getByPath],
		fields: { ...moved[type], ...placeFields() },
		bulk: {
			what: 'articles and folders',
			count: ({ articleIds, folderIds }) => articleIds.length + folderIds.length,
		},
		async run(caller, { articleIds, folderIds, ...place }) {
			const destination = await destinationOf(caller, placeOf(place));
			const body = { folderIds, documentIds: articleIds, ...destination };
			await caller.send(call(folders.move, { body }));
			return [{ success: true, articleIds, folderIds, ...destination }];
		},
	});

/** NinjaOne wants the ID of a folder; of an organization that has no folder yet it takes the organization's. */
async function destinationOf(caller: Caller, { folderId, ...place }: Place) {
	if (folderId !== undefined) return { destinationFolderId: folderId };
	const { organizationId, folderPath } = place;
	const canBeMissing = organizationId !== undefined && folderPath === undefined;
	const found = await readPlace(caller, place).catch((error: unknown) => {
		if (canBeMissing && asNinjaOneError(error).status === 404) return undefined;
		throw error;
	});
	return found
		? { destinationFolderId: idIn(found, 'the folder') }
		: { destinationOrganizationId: organizationId };
}

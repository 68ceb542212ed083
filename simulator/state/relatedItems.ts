import { type RelatedEntityType, type RelatedItem, RelatedItemSchema } from '../../contracts';
import { failure, found } from '../refusal';
import { only } from '../rows';
import type { RelatedItemRecord } from './documentation';
import type { State } from './state';

export type RelatedItemToWrite = Omit<RelatedItemRecord, 'id' | 'createTime' | 'updateTime'>;

/** A new item: a link to an entity that exists, or a value. */
export function relatedItemFrom(
	state: State,
	wish: RelatedItemToWrite,
	userId?: number,
): Omit<RelatedItemRecord, 'id'> {
	const { type, entityType, entityId, relEntityType, relEntityId = 0 } = wish;
	checkEntity(state, entityType, entityId);
	if (type === 'ENTITY') {
		checkEntity(state, relEntityType as RelatedEntityType, relEntityId);
		if (relEntityType === entityType && relEntityId === entityId)
			throw failure(400, 'An entity cannot be related to itself');
	}
	return {
		...wish,
		createTime: state.now(),
		updateTime: state.now(),
		createdByAppUserId: userId,
		updatedByAppUserId: userId,
	};
}

const shown = only<RelatedItem>(RelatedItemSchema.shape);

/** An item as it is answered: with the names of its entities, and without its secret. */
export function relatedItemRow(state: State, record: RelatedItemRecord): RelatedItem {
	const { type, entityType, entityId, relEntityType, relEntityId = 0 } = record;
	return shown({
		...record,
		entity: entityOf(state, entityType, entityId),
		relEntity:
			type === 'ENTITY'
				? entityOf(state, relEntityType as RelatedEntityType, relEntityId)
				: undefined,
	});
}

/** The file of an attachment. */
export const fileOfItem = ({ files }: State, { fileId = 0 }: RelatedItemRecord) =>
	files.get(fileId);

type NameOf = (state: State, id: number) => string | undefined;

const fullName = (person?: { firstName: string; lastName: string }) =>
	person && `${person.firstName} ${person.lastName}`;
const userName: NameOf = ({ users }, id) => fullName(users.get(id));

/** Types that are kept; of any other type every number is taken for one that exists. */
const names: Partial<Record<RelatedEntityType, NameOf>> = {
	ORGANIZATION: ({ organizations }, id) => organizations.get(id)?.name,
	LOCATION: ({ locations }, id) => locations.get(id)?.name,
	NODE: ({ devices }, id) => devices.get(id)?.systemName,
	DOCUMENT: ({ documentation }, id) => documentation.documents.get(id)?.name,
	CHECKLIST: ({ documentation }, id) => documentation.checklists.get(id)?.name,
	KB_DOCUMENT: ({ documentation }, id) => documentation.articles.get(id)?.name,
	END_USER: userName,
	TECHNICIAN: userName,
	CONTACT: ({ contacts }, id) => fullName(contacts.get(id)),
};

function entityOf(state: State, type: RelatedEntityType, id: number) {
	const name = names[type]?.(state, id);
	return name === undefined ? undefined : { id, name };
}

function checkEntity(state: State, type: RelatedEntityType, id: number) {
	const nameOf = names[type];
	if (nameOf) found(nameOf(state, id), type.toLowerCase().replace(/_/g, ' '));
}

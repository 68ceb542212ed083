import type { NewRelation, NewSecureItem, RelatedItem, RelatedEntityType } from '../../contracts';
import type { UploadedFile } from '../multipart';
import { found } from '../input';
import { failure } from '../refusal';
import { metadataOf } from './attachments';
import type { RelatedItemRecord } from './documentation';
import { keepFile } from './files';
import type { State } from './state';

export interface Host {
	entityType: RelatedItem['entityType'];
	entityId: number;
}

/** Links an entity to others: to all of them, or to none. */
export function relate(
	state: State,
	host: Host,
	relations: readonly NewRelation[],
	userId?: number,
): RelatedItem[] {
	checkEntity(state, host.entityType, host.entityId);
	for (const { relEntityType, relEntityId } of relations) {
		checkEntity(state, relEntityType, relEntityId);
		if (relEntityType === host.entityType && relEntityId === host.entityId)
			throw failure(400, 'An entity cannot be related to itself');
	}
	return relations.map((relation) => add(state, { type: 'ENTITY', ...host, ...relation }, userId));
}

export function attach(state: State, host: Host, upload: UploadedFile, userId?: number) {
	checkEntity(state, host.entityType, host.entityId);
	const file = keepFile(state.files, upload);
	return add(
		state,
		{
			type: 'VALUE',
			...host,
			relEntityType: 'ATTACHMENT',
			relEntityId: file.id,
			value: metadataOf(file),
			fileId: file.id,
		},
		userId,
	);
}

export function keepSecret(state: State, host: Host, wish: NewSecureItem, userId?: number) {
	checkEntity(state, host.entityType, host.entityId);
	const { password, totpSecret, ...value } = wish;
	const secret = { password, totpSecret };
	return add(state, { type: 'VALUE', ...host, relEntityType: 'SECURE', value, secret }, userId);
}

function add(
	state: State,
	item: Omit<RelatedItemRecord, 'id' | 'createTime' | 'updateTime'>,
	userId?: number,
): RelatedItem {
	const { relatedItems } = state.documentation;
	const now = state.now();
	return relatedItemRow(
		state,
		relatedItems.set({
			id: relatedItems.nextId(),
			...item,
			createTime: now,
			updateTime: now,
			createdByAppUserId: userId,
			updatedByAppUserId: userId,
		}),
	);
}

/** An item as it is answered: with the names of its entities, and without its secret. */
export function relatedItemRow(state: State, record: RelatedItemRecord): RelatedItem {
	const { fileId, secret, ...row } = record;
	const isEntity = row.relEntityType !== 'SECURE' && fileId === undefined && !secret;
	return {
		...row,
		entity: entityOf(state, row.entityType, row.entityId),
		relEntity: isEntity
			? entityOf(state, row.relEntityType as RelatedEntityType, row.relEntityId ?? 0)
			: undefined,
	};
}

/** The file of an attachment. */
export const fileOfItem = ({ files }: State, { fileId = 0 }: RelatedItemRecord) =>
	files.get(fileId);

type NameOf = (state: State, id: number) => string | undefined;

const fullName = (person?: { firstName: string; lastName: string }) =>
	person && `${person.firstName} ${person.lastName}`;
const userName: NameOf = ({ users }, id) => fullName(users.get(id));

/** Kinds that are kept; of any other kind every number is taken for one that exists. */
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

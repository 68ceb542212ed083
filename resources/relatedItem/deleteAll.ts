import { relatedItems } from '../../api/endpoints/relatedItems';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { cap, holdToCap } from '../../operations/cap';
import { choice, givenId, optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { hostTypes, relatedTypes } from './entities';

export const deleteAll = operation({
	name: 'Delete All',
	action: 'Delete all related items of one record',
	description:
		'Delete every related item of a record: all its links, attached files and secrets. They cannot be brought back.',
	endpoints: [relatedItems.deleteAll, relatedItems.withEntity, relatedItems.withRelatedEntity],
	fields: {
		entityType: choice(
			{ displayName: 'Entity Type', description: 'What kind of record loses its related items' },
			relatedTypes,
			'ORGANIZATION',
		),
		entityId: givenId({
			displayName: 'Entity ID',
			description: 'The numeric ID of the record that loses its related items',
			placeholder: 'e.g. 12',
		}),
		confirmation: optionalText({
			displayName: 'Confirmation',
			description:
				'The entity type and ID once more, such as ORGANIZATION 12, to show that it is meant',
			placeholder: 'e.g. ORGANIZATION 12',
		}),
		cap: cap('related items'),
	},
	async run(caller, { entityType, entityId, confirmation = '', cap: most }) {
		holdTo(`${entityType} ${entityId}`, confirmation);
		const doomed = await caller.rows(itemsOf(entityType, entityId));
		holdToCap(doomed.length, most, 'related items');
		await caller.send(call(relatedItems.deleteAll, { path: { entityType, entityId } }));
		return [{ success: true, deleted: true, entityType, entityId }];
	},
});

/** What the record has and what points to it; of some types of records NinjaOne lists the latter alone. */
const itemsOf = (entityType: string, entityId: number) =>
	hostTypes.some(({ value }) => value === entityType)
		? call(relatedItems.withEntity, { path: { entityType, entityId }, query: { scope: 'ALL' } })
		: call(relatedItems.withRelatedEntity, {
				path: { relEntityType: entityType, relEntityId: entityId },
			});

/**
 * What has to be given stays out of the message: who confirms it, an AI agent too, should know it.
 * @throws NinjaOneError where the record was not named a second time
 */
function holdTo(meant: string, confirmation: string): void {
	if (confirmation.toUpperCase().replace(/\s+/g, ' ') === meant) return;
	const problem = confirmation === '' ? 'is empty' : `"${confirmation}" names something else`;
	throw inputError(
		'Confirmation',
		`${problem}, so nothing was deleted: every related item of the record would be lost`,
		'Check that it is the record you mean. To delete them all, give its entity type and ID once more.',
	);
}

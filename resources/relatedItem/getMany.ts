import { relatedItems } from '../../api/endpoints/relatedItems';
import { call } from '../../api/request';
import { onlyWhen } from '../../operations/field';
import { choice, givenId } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { reveal } from '../fields/fieldValues';
import { entityId, hostType, relatedType } from './entities';
import { withoutSecrets } from './secure';

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many related items',
	description: 'List many links, files and secrets that belong to records, or that point to them',
	endpoints: [
		relatedItems.list,
		relatedItems.withEntity,
		relatedItems.withEntityType,
		relatedItems.withRelatedEntity,
		relatedItems.withRelatedEntityType,
	],
	fields: {
		direction: choice({ displayName: 'Direction', description: 'Which related items to list' }, [
			{ name: 'All', value: 'all' },
			{ name: 'Of Entity', value: 'ofEntity', description: 'What a record has' },
			{ name: 'Of Entity Type', value: 'ofType', description: 'What records of a kind have' },
			{ name: 'Pointing to Entity', value: 'toEntity', description: 'What points to a record' },
			{
				name: 'Pointing to Entity Type',
				value: 'toType',
				description: 'What points to records of a kind',
			},
		]),
		entityType: onlyWhen({ direction: ['ofEntity', 'ofType'] }, hostType()),
		entityId: onlyWhen({ direction: ['ofEntity'] }, entityId()),
		itemScope: onlyWhen(
			{ direction: ['ofEntity'] },
			choice(
				{
					displayName: 'Scope',
					description:
						'Whether to list what the record has, what other records have of it, or both',
				},
				[
					{ name: 'Both', value: 'ALL' },
					{ name: 'What It Has', value: 'HOSTING' },
					{ name: 'What Points to It', value: 'HOSTED_BY' },
				],
			),
		),
		relatedEntityType: onlyWhen({ direction: ['toEntity', 'toType'] }, relatedType()),
		relatedEntityId: onlyWhen(
			{ direction: ['toEntity'] },
			givenId({
				displayName: 'Related Entity ID',
				description: 'The numeric ID of the record that the related items point to',
				placeholder: 'e.g. 12',
			}),
		),
		reveal: reveal(),
	},
	request({ direction, entityType, entityId: id, itemScope, ...to }) {
		// Which of them are there is said by `direction`; the others read as undefined.
		const host = { entityType: entityType ?? '', entityId: id ?? 0 };
		const relEntityType = to.relatedEntityType ?? '';
		switch (direction) {
			case 'all':
				return call(relatedItems.list);
			case 'ofEntity':
				return call(relatedItems.withEntity, { path: host, query: { scope: itemScope } });
			case 'ofType':
				return call(relatedItems.withEntityType, { path: { entityType: host.entityType } });
			case 'toEntity':
				return call(relatedItems.withRelatedEntity, {
					path: { relEntityType, relEntityId: to.relatedEntityId ?? 0 },
				});
			case 'toType':
				return call(relatedItems.withRelatedEntityType, {
					path: { relatedEntityType: relEntityType },
				});
		}
	},
	reshape:
		async (_, { reveal: isRevealed }) =>
		(row) =>
			withoutSecrets(row, isRevealed),
});

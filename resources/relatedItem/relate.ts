import type { IDataObject } from 'n8n-workflow';
import { relatedItems } from '../../api/endpoints/relatedItems';
import { call } from '../../api/request';
import { atLeastOne, idList } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { hostFields, relatedType } from './entities';

export const relate = operation({
	name: 'Relate',
	action: 'Relate records by related items',
	description: 'Link a record to one or several others',
	endpoints: [relatedItems.createRelation, relatedItems.createRelations],
	fields: {
		...hostFields(),
		relatedEntityType: relatedType(),
		relatedEntityIds: atLeastOne(
			idList({
				displayName: 'Related Entity IDs',
				description: 'Numeric IDs of the records to link to, comma-separated',
				placeholder: 'e.g. 12,15',
			}),
		),
	},
	bulk: { what: 'records', count: ({ relatedEntityIds }) => relatedEntityIds.length },
	async run(caller, { relatedEntityType: relEntityType, relatedEntityIds, ...path }) {
		const relations = relatedEntityIds.map((relEntityId) => ({ relEntityType, relEntityId }));
		const order =
			relations.length === 1
				? call(relatedItems.createRelation, { path, body: relations[0] })
				: call(relatedItems.createRelations, { path, body: relations });
		return changedRows(
			await caller.send(order),
			relations.map((relation): IDataObject => ({ ...path, ...relation })),
		);
	},
});

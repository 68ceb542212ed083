import { definitionEndpoints } from '../../api/typedFields/readDefinitions';
import { eachOf } from '../../operations/eachOf';
import { atLeastOne, idList } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { readFilesIn, uploadEndpoints } from '../fields/attachmentValues';
import { encodeChanges } from '../fields/fieldValues';
import { entityById, entityType, writingEndpoints } from './entity';
import { changeFields } from './update';
import { definitionsFor } from './values';

export const updateMany = operation({
	name: 'Update Many',
	action: 'Update custom fields of many records',
	description:
		'Set the same values in the custom fields of many records. For other values in each, use Update with one input item for each record.',
	endpoints: [...writingEndpoints, ...uploadEndpoints, ...definitionEndpoints],
	fields: {
		entityType: entityType(),
		entityIds: atLeastOne(
			idList({
				displayName: 'IDs',
				description:
					'Comma-separated numeric IDs of the devices, organizations, locations or end users',
				placeholder: 'e.g. 12,15,20',
			}),
		),
		...changeFields(),
	},
	bulk: { what: 'records', count: ({ entityIds }) => entityIds.length },
	async run(caller, { entityType, entityIds, values, clearFields }) {
		const definitions = await definitionsFor(caller, entityType);
		const encoded = encodeChanges(definitions, values, clearFields, 'Fields to Set');
		const updated = Object.keys(encoded.fields);
		const upload = await readFilesIn(caller, entityType, encoded.fields);
		return await eachOf(
			entityIds,
			(entityId) => ({ entityType, entityId, updated }),
			async (id) => {
				const entity = await entityById(caller, entityType, id);
				await caller.send(entity.write(await upload(), encoded.secrets));
			},
		);
	},
});

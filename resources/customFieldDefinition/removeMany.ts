import { customFields } from '../../api/endpoints/customFields';
import { call } from '../../api/request';
import { atLeastOne, textsList } from '../../operations/fields';
import { operation } from '../../operations/operation';

export const removeMany = operation({
	name: 'Delete Many',
	action: 'Delete many custom field definitions',
	description:
		'Delete custom fields together with their values on all records: all of them, or none where one is refused; nothing brings them back',
	endpoints: [customFields.deleteBulk],
	fields: {
		fieldNames: atLeastOne(
			textsList({
				displayName: 'Field Names',
				description: 'The machine names of the fields, comma-separated',
				placeholder: 'e.g. ownerDepartment,assetColor',
			}),
		),
	},
	bulk: { what: 'custom fields', count: ({ fieldNames }) => fieldNames.length },
	async run(caller, { fieldNames }) {
		await caller.send(
			call(customFields.deleteBulk, { query: { fieldNames: fieldNames.join(',') } }),
		);
		return fieldNames.map((fieldName) => ({ success: true, deleted: true, fieldName }));
	},
});

import { customFields } from '../../api/endpoints/customFields';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { definitionName } from './fields';

export const remove = operation({
	name: 'Delete',
	action: 'Delete custom field definition',
	description:
		'Delete a custom field together with its values on all records; nothing brings them back',
	endpoints: [customFields.delete],
	fields: { fieldName: definitionName() },
	request: ({ fieldName }) => call(customFields.delete, { path: { fieldName } }),
	done: ({ fieldName }) => ({ deleted: true, fieldName }),
});

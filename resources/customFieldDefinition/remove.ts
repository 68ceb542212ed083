import { fieldDefinitionDelete } from '../../api/endpoints/customFields';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { definitionName } from './fields';

export const remove = operation({
	name: 'Delete',
	action: 'Delete custom field definition',
	description:
		'Delete a custom field together with its values on all records; nothing brings them back',
	endpoints: [fieldDefinitionDelete],
	fields: { fieldName: definitionName() },
	request: ({ fieldName }) => call(fieldDefinitionDelete, { path: { fieldName } }),
	done: ({ fieldName }) => ({ deleted: true, fieldName }),
});

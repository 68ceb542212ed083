import { customFields } from '../../api/endpoints/customFields';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { definitionName } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get custom field definition',
	description: 'Get the definition of one custom field, with its type, options and permissions',
	endpoints: [customFields.get],
	fields: { fieldName: definitionName() },
	request: ({ fieldName }) => call(customFields.get, { path: { fieldName } }),
});

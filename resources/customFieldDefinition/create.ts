import { customFields } from '../../api/endpoints/customFields';
import { call } from '../../api/request';
import { choice, text } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { definitionName, detailsBody, fieldTypes, newDetails } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create custom field definition',
	description: 'Define a new custom field. NinjaOne gives it no values yet.',
	endpoints: [customFields.create],
	fields: {
		label: text({ displayName: 'Label', description: 'The name that people see' }),
		fieldName: definitionName(),
		type: choice(
			{ displayName: 'Type', description: 'What values the field holds. It cannot be changed.' },
			fieldTypes,
			'TEXT',
		),
		details: newDetails(),
	},
	request: ({ label, fieldName, type, details }) =>
		call(customFields.create, { body: { label, fieldName, type, ...detailsBody(details) } }),
});

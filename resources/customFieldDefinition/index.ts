import type { IDataObject } from 'n8n-workflow';
import { customFields } from '../../api/endpoints/customFields';
import { call } from '../../api/request';
import { changes, filterCollection } from '../../operations/collection';
import { choice, codes, flag, text } from '../../operations/fields';
import { operation, type Resource } from '../../operations/operation';
import { bulk } from './bulk';
import {
	changedDetails,
	definitionName,
	definitionScopes,
	detailsBody,
	fieldTypes,
	newDetails,
} from './fields';
import { hintAtGroup, presentDefinition } from './merge';

export const customFieldDefinition: Resource = {
	name: 'Custom Field Definition',
	description:
		'What a custom field is: its type, options, permissions and the records that have it',
	operations: {
		...bulk,

		create: operation({
			name: 'Create',
			action: 'Create custom field definition',
			description: 'Define a new custom field. NinjaOne gives it no values yet.',
			endpoint: customFields.create,
			fields: {
				label: text({ displayName: 'Label', description: 'The name that people see' }),
				fieldName: definitionName(),
				type: choice(
					{
						displayName: 'Type',
						description: 'What values the field holds. It cannot be changed.',
					},
					fieldTypes,
					'TEXT',
				),
				details: newDetails(),
			},
			fill: ({ details, ...given }) => ({ body: { ...given, ...detailsBody(details) } }),
		}),

		delete: operation({
			name: 'Delete',
			action: 'Delete custom field definition',
			description:
				'Delete a custom field together with its values on all records; nothing brings them back',
			endpoint: customFields.delete,
			fields: { fieldName: definitionName() },
			fill: (path) => ({ path }),
			done: (field) => ({ deleted: true, ...field }),
		}),

		get: operation({
			name: 'Get',
			action: 'Get custom field definition',
			description: 'Get the definition of one custom field, with its type, options and permissions',
			endpoint: customFields.get,
			fields: { fieldName: definitionName() },
			fill: (path) => ({ path }),
		}),

		getMany: operation({
			name: 'Get Many',
			action: 'Get many custom field definitions',
			description:
				'List many definitions of custom fields, with their types, options and permissions',
			endpoint: customFields.list,
			fields: {
				filters: filterCollection(
					{ displayName: 'Filters', placeholder: 'Add filter' },
					{
						activeOnly: flag(
							{
								displayName: 'Active Only',
								description: 'Whether to leave out fields that are no longer in use',
							},
							true,
						),
						scopes: definitionScopes(),
						types: codes({ displayName: 'Types', description: 'Fields of these types' }, [
							...fieldTypes,
						]),
					},
				),
			},
			keep: ({ filters: { activeOnly, scopes = [], types = [] } }) =>
				!activeOnly && scopes.length === 0 && types.length === 0
					? undefined
					: ({ active, type, definitionScope }) =>
							(!activeOnly || active !== false) &&
							(types.length === 0 || types.includes(String(type))) &&
							(scopes.length === 0 ||
								scopes.some((scope) => ((definitionScope ?? []) as string[]).includes(scope))),
			key: 'name',
		}),

		update: operation({
			name: 'Update',
			action: 'Update custom field definition',
			description: 'Change the definition of a custom field; what is not changed stays as it is',
			endpoints: [customFields.get, customFields.update],
			fields: {
				fieldName: definitionName(),
				updateFields: changes(
					{ displayName: 'Update Fields', placeholder: 'Add field' },
					changedDetails,
				),
			},
			async run(caller, { fieldName, updateFields }) {
				const present = await presentDefinition(caller, fieldName);
				const body = { ...present, ...detailsBody(updateFields, present.content as IDataObject) };
				const path = { fieldName };
				hintAtGroup(caller, [body]);
				const updated = await caller.send(call(customFields.update, { path, body }));
				return [updated as IDataObject];
			},
		}),
	},
};

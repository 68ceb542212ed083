import { customFields } from '../../api/endpoints/customFields';
import { call } from '../../api/request';
import { filterCollection } from '../../operations/collection';
import { codes, flag } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { definitionScopes, fieldTypes } from './fields';

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many custom field definitions',
	description: 'List many definitions of custom fields, with their types, options and permissions',
	endpoints: [customFields.list],
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
	request: () => call(customFields.list),
	keep: ({ filters: { activeOnly, scopes = [], types = [] } }) =>
		!activeOnly && scopes.length === 0 && types.length === 0
			? undefined
			: ({ active, type, definitionScope }) =>
					(!activeOnly || active !== false) &&
					(types.length === 0 || types.includes(String(type))) &&
					(scopes.length === 0 ||
						scopes.some((scope) => ((definitionScope ?? []) as string[]).includes(scope))),
	key: 'name',
});

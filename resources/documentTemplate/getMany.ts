import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { call } from '../../api/request';
import { filterCollection } from '../../operations/collection';
import { choice, optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { includeRoles } from './get';
import { simplifyTemplate } from './simplify';

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many document templates',
	description: 'List many document templates with their fields',
	endpoints: [documentTemplates.list],
	fields: {
		state: choice({ displayName: 'State', description: 'Which templates to list' }, [
			{ name: 'In Use', value: 'inUse' },
			{ name: 'Archived', value: 'archived' },
			{ name: 'All', value: 'all' },
		]),
		includeRoles: includeRoles(),
		filters: filterCollection(
			{ displayName: 'Filters', placeholder: 'Add filter' },
			{
				name: optionalText({
					displayName: 'Name',
					description: 'Templates with this name, as NinjaOne compares it',
				}),
			},
		),
	},
	request: ({ includeRoles, filters }) =>
		call(documentTemplates.list, {
			query: { templateName: filters.name, includeTechnicianRoles: includeRoles || undefined },
		}),
	// NinjaOne lists archived templates among the others.
	keep: ({ state }) =>
		state === 'all' ? undefined : ({ archived }) => (archived === true) === (state === 'archived'),
	simplify: simplifyTemplate,
});

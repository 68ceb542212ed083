import type { IDataObject } from 'n8n-workflow';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { templateDefinitions } from '../../api/typedFields/definition';
import { collection, filterCollection } from '../../operations/collection';
import { choice, flag, optionalText, text } from '../../operations/fields';
import { operation, type Resource } from '../../operations/operation';
import { archiveRestoreDelete } from '../fields/archive';
import { documentTemplateId } from '../fields/documentTemplates';
import { newItems, templateItems } from './items';
import { templateSettings } from './settings';
import { update } from './update';

/** The template, and of its fields what takes to fill them in. */
function simplify(row: IDataObject): IDataObject {
	const { id, name, description, allowMultiple, mandatory, availableToAllTechnicians } = row;
	return {
		id,
		name,
		description,
		allowMultiple,
		mandatory,
		availableToAllTechnicians,
		allowedTechnicianRoles: row.allowedTechnicianRoles,
		archived: row.archived,
		updateTime: row.updateTime,
		fields: templateDefinitions(row).map(({ name, label, type, required, writable, options }) => ({
			name,
			label,
			type,
			required,
			writable,
			...(options.length > 0 ? { options: options.map((option) => option.name) } : {}),
		})),
	};
}

const includeRoles = flag({
	displayName: 'Include Technician Roles',
	description: 'Whether to tell which technician roles may use the template',
});

export const documentTemplate: Resource = {
	name: 'Document Template',
	description: 'What documents of organizations are made from: a list of fields',
	operations: {
		...archiveRestoreDelete({
			noun: 'document template',
			label: 'Template',
			idName: 'templateId',
			archive: { one: documentTemplates.archive, bulk: documentTemplates.archiveBulk },
			restore: { one: documentTemplates.restore, bulk: documentTemplates.restoreBulk },
			delete: { one: documentTemplates.delete },
			show: ({ id, name }) => ({ templateId: id, name }),
		}),

		create: operation({
			name: 'Create',
			action: 'Create document template',
			description: 'Create a template that documents of organizations are made from',
			endpoint: documentTemplates.create,
			fields: {
				name: text({
					displayName: 'Name',
					description: 'The name of the template; no other template may have it',
				}),
				allowMultiple: flag(
					{
						displayName: 'Allow Multiple',
						description:
							'Whether an organization may have several documents of it. This cannot be changed later.',
					},
					true,
				),
				items: templateItems(
					'Fields',
					'The fields, in their order. Unless they say otherwise they are of type TEXT, and the API may read and write them. Those of another template can be given as they were read',
				),
				settings: collection(
					{ displayName: 'Settings', placeholder: 'Add setting' },
					templateSettings,
				),
			},
			fill: async ({ items, settings, ...given }) => ({
				body: { ...given, ...settings, fields: await newItems(items) },
			}),
		}),

		get: operation({
			name: 'Get',
			action: 'Get document template',
			description: 'Get one document template with its fields',
			endpoint: documentTemplates.get,
			fields: { templateId: documentTemplateId(), includeRoles },
			fill: ({ templateId, includeRoles: withRoles }) => ({
				path: { documentTemplateId: templateId },
				query: { includeTechnicianRoles: withRoles || undefined },
			}),
			simplify,
		}),

		getMany: operation({
			name: 'Get Many',
			action: 'Get many document templates',
			description: 'List many document templates with their fields',
			endpoint: documentTemplates.list,
			fields: {
				state: choice({ displayName: 'State', description: 'Which templates to list' }, [
					{ name: 'In Use', value: 'inUse' },
					{ name: 'Archived', value: 'archived' },
					{ name: 'All', value: 'all' },
				]),
				includeRoles,
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
			fill: ({ includeRoles: withRoles, filters: { name } }) => ({
				query: { templateName: name, includeTechnicianRoles: withRoles || undefined },
			}),
			// NinjaOne lists archived templates among the others.
			keep: ({ state }) =>
				state === 'all'
					? undefined
					: ({ archived }) => (archived === true) === (state === 'archived'),
			simplify,
		}),

		update,
	},
};

import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { call } from '../../api/request';
import { collection } from '../../operations/collection';
import { flag, text } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { newItems, templateItems } from './items';
import { templateSettings } from './settings';

export const create = operation({
	name: 'Create',
	action: 'Create document template',
	description: 'Create a template that documents of organizations are made from',
	endpoints: [documentTemplates.create],
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
		settings: collection({ displayName: 'Settings', placeholder: 'Add setting' }, templateSettings),
	},
	async request({ name, allowMultiple, items, settings }) {
		const fields = await newItems(items);
		return call(documentTemplates.create, { body: { name, allowMultiple, ...settings, fields } });
	},
});

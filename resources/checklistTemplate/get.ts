import { checklistTemplates } from '../../api/endpoints/checklistTemplates';
import { operation } from '../../operations/operation';
import { checklistTemplateIdOf, checklistTemplateReference } from '../fields/interim';
import { readTemplate } from './read';
import { simplifyTemplate } from './simplify';

export const get = operation({
	name: 'Get',
	action: 'Get checklist template',
	description: 'Get one template with its tasks',
	endpoints: [checklistTemplates.list],
	fields: { templateId: checklistTemplateReference() },
	async run(caller, { templateId }) {
		return [await readTemplate(caller, await checklistTemplateIdOf(caller, templateId))];
	},
	simplify: simplifyTemplate,
});

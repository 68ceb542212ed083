import { checklistsFromTemplates, checklistTemplates } from '../../../../api/endpoints/checklists';
import { organizations } from '../../../../api/endpoints/organizations';
import { call } from '../../../../api/request';
import { atLeastOne } from '../../../../operations/fields';
import { operation } from '../../../../operations/operation';
import { pickedReferences } from '../../../../operations/reference';
import { changedRows } from '../../fields/answers';
import { checklistTemplateIdOf } from '../../fields/checklists';
import { organizationIdOf, organizationReference } from '../../fields/references';

export const createFromTemplates = operation({
	name: 'Create From Templates',
	action: 'Create checklists from templates',
	description: 'Create one checklist for an organization from each of the templates',
	endpoints: [checklistsFromTemplates, checklistTemplates, organizations],
	fields: {
		organization: organizationReference(),
		templates: atLeastOne(
			pickedReferences('Template', 'getChecklistTemplates', 'Templates to make checklists from'),
		),
	},
	async run(caller, { organization, templates }) {
		const organizationId = await organizationIdOf(caller, organization);
		const ids = new Set<number>();
		for (const template of templates) {
			ids.add(await checklistTemplateIdOf(caller, template, 'Template Names or IDs'));
		}
		const order = call(checklistsFromTemplates, { path: { organizationId }, body: [...ids] });
		return changedRows(await caller.send(order), [{ organizationId, templateIds: [...ids] }]);
	},
});

import { checklists } from '../../api/endpoints/checklists';
import { organizations } from '../../api/endpoints/organizations';
import { call } from '../../api/request';
import { atLeastOne } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { checklistTemplateChoices } from '../fields/checklistLists';
import { organizationIdOf, organizationReference } from '../fields/interim';

export const createFromTemplates = operation({
	name: 'Create From Templates',
	action: 'Create checklists from templates',
	description: 'Create one checklist for an organization from each of the templates',
	endpoints: [checklists.createFromTemplates, organizations.list],
	fields: {
		organization: organizationReference(),
		templates: atLeastOne(checklistTemplateChoices('Templates to make checklists from')),
	},
	bulk: { what: 'checklists', count: ({ templates }) => templates.length },
	async run(caller, { organization, templates }) {
		const organizationId = await organizationIdOf(caller, organization);
		const order = call(checklists.createFromTemplates, {
			path: { organizationId },
			body: templates,
		});
		return changedRows(await caller.send(order), [{ organizationId, templateIds: templates }]);
	},
});

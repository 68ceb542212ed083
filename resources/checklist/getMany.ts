import { checklists } from '../../api/endpoints/checklists';
import { filterCollection } from '../../operations/collection';
import { flag, idList, optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { assigneeId } from '../fields/people';
import { organizationChoices } from '../fields/organizations';
import { simplifyChecklist } from './simplify';

const filters = {
	assignedTo: assigneeId('Assignee', 'Checklists that are assigned to this technician'),
	checklistIds: idList({
		displayName: 'Checklist IDs',
		description: 'Comma-separated numeric IDs of checklists',
		placeholder: 'e.g. 4601,4602',
	}),
	checklistName: optionalText({
		displayName: 'Checklist Name',
		description: 'Checklists with this name',
	}),
	completed: flag({
		displayName: 'Completed',
		description: 'Whether to list the checklists that are completed, or those that are not',
	}),
	includeArchived: flag({
		displayName: 'Include Archived',
		description: 'Whether to list archived checklists, too',
	}),
	organizationIds: organizationChoices('Checklists of these'),
	required: flag({
		displayName: 'Required',
		description: 'Whether to list the checklists that must be completed, or those that need not',
	}),
};

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many checklists',
	description: 'List many checklists of organizations, with their tasks',
	endpoint: checklists.list,
	fields: {
		filters: filterCollection({ displayName: 'Filters', placeholder: 'Add filter' }, filters),
	},
	fill: ({ filters: { assignedTo, checklistIds, organizationIds, ...plain } }) => ({
		query: {
			...plain,
			checklistIds: checklistIds?.join(','),
			organizationIds: organizationIds?.join(','),
			assignedToUserId: assignedTo,
		},
	}),
	simplify: simplifyChecklist,
});

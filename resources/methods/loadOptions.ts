import { groups } from '../../api/endpoints/groups';
import { organizations } from '../../api/endpoints/organizations';
import { policies } from '../../api/endpoints/policies';
import { roles } from '../../api/endpoints/roles';
import { tags } from '../../api/endpoints/tags';
import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import { statusCodes } from '../../api/statusCodes';
import { noneOfThese } from '../../operations/picked';
import { locationsWithOwners } from '../fields/records';
import { getAssignees, getChecklistTemplates } from './checklistLists';
import { getClearableFields, getCustomFieldNames } from './customFieldLists';
import {
	getClearableTemplateFields,
	getDocumentTemplates,
	getTemplateFieldNames,
} from './documentLists';
import {
	dropDown,
	named,
	option,
	orNoneOf,
	sorted,
	type LoadOptions,
	type OrNone,
} from './dropDowns';
import { userItem } from './pickers';
import { getRunAs } from './scriptLists';
import { getTechnicians, getTicketForms, getTicketStatuses } from './ticketLists';

/** Names such as "Main Office" occur in many organizations: the organization's name goes in front. */
const namedLocations = dropDown(async (read) => {
	const rows = await locationsWithOwners(read);
	return sorted(
		rows.map((row) => ({
			...option(row),
			name: `${String(row.ownerName ?? '?')}: ${String(row.name ?? row.id)}`,
		})),
	);
});

const namedPolicies = dropDown(async (read) => [
	{ name: "[Organization's Policy]", value: noneOfThese },
	...sorted((await read(call(policies.list))).map(option)),
]);

const lists = {
	getAssignees,
	getChecklistTemplates,
	getClearableFields,
	getCustomFieldNames,
	getClearableTemplateFields,
	getDocumentTemplates,
	getGroups: named(call(groups.list)),
	getLocations: namedLocations,
	getOrganizations: named(call(organizations.list)),
	getPolicies: namedPolicies,
	getRoles: named(call(roles.list)),
	getRunAs,
	getStatusCodes: async () => await Promise.resolve([...statusCodes]),
	getTags: named(call(tags.list)),
	getTechnicians,
	getTicketForms,
	getTicketStatuses,
	getTemplateFieldNames,
	/** By UID. */
	getUsers: dropDown(async (read) => sorted((await read(call(users.list))).map(userItem))),
};

export const loadOptions: Record<keyof typeof lists | OrNone<keyof typeof lists>, LoadOptions> = {
	...lists,
	...orNoneOf(lists),
};

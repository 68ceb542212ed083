import { groups, policies, roles, tags } from '../../api/endpoints/devices';
import { organizations, users } from '../../api/endpoints/organizations';
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
	...sorted((await read(call(policies))).map(option)),
]);

const lists = {
	getAssignees,
	getChecklistTemplates,
	getClearableFields,
	getCustomFieldNames,
	getClearableTemplateFields,
	getDocumentTemplates,
	getGroups: named(call(groups)),
	getLocations: namedLocations,
	getOrganizations: named(call(organizations)),
	getPolicies: namedPolicies,
	getRoles: named(call(roles)),
	getRunAs,
	getStatusCodes: async () => await Promise.resolve([...statusCodes]),
	getTags: named(call(tags)),
	getTechnicians,
	getTicketForms,
	getTicketStatuses,
	getTemplateFieldNames,
	/** By UID. */
	getUsers: dropDown(async (read) => sorted((await read(call(users))).map(userItem))),
};

export const loadOptions: Record<keyof typeof lists | OrNone<keyof typeof lists>, LoadOptions> = {
	...lists,
	...orNoneOf(lists),
};

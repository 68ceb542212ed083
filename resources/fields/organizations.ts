import type { IDataObject } from 'n8n-workflow';
import { organizations } from '../../api/endpoints/organizations';
import type { Rows } from '../../api/list';
import { call } from '../../api/request';
import { locator } from '../../operations/locator';
import { optionalRecord, record, recordChoice } from '../../operations/record';
import { recordList } from '../../operations/recordList';
import { recordChoices } from '../../operations/records';

export const organizationList = recordList(call(organizations.list), {
	searchMethod: 'searchOrganizations',
	optionsMethod: 'getOrganizations',
	item: ({ id, name }, { server }) => ({
		name: String(name ?? id),
		value: id as number,
		url: `${server}/#/customerDashboard/${String(id)}/overview`,
	}),
});

/** The names of all organizations by their IDs. */
export const organizationNames = async (rows: Rows): Promise<Map<unknown, IDataObject['name']>> =>
	new Map((await rows(call(organizations.list))).map(({ id, name }) => [id, name]));

/** An organization that must be given, by name or ID. */
export const organizationId = () =>
	record(
		{
			displayName: 'Organization',
			description: 'The organization: picked from the list, or given by its name or ID',
			example: '12',
		},
		organizationList,
	);

/** An organization that may be given, by name or ID. */
export const optionalOrganizationId = (description: string) =>
	optionalRecord({ displayName: 'Organization', description, example: '12' }, organizationList);

/** An organization by ID alone, or by the address of its page. */
export const organizationLocator = () =>
	locator({
		displayName: 'Organization',
		description: 'The organization: picked by name, or given by its numeric ID',
		picker: organizationList.picker!,
		example: '12',
		page: 'customerDashboard',
	});

export const organizationChoice = (description?: string, displayName = 'Organization') =>
	recordChoice(displayName, organizationList, description);
export const organizationChoices = (description?: string) =>
	recordChoices('Organization', organizationList, description);

import type { IDataObject } from 'n8n-workflow';
import { checklistTemplates } from '../../api/endpoints/checklistTemplates';
import { devices } from '../../api/endpoints/devices';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { groups } from '../../api/endpoints/groups';
import { locations } from '../../api/endpoints/locations';
import { organizations } from '../../api/endpoints/organizations';
import { policies } from '../../api/endpoints/policies';
import { roles } from '../../api/endpoints/roles';
import { tags } from '../../api/endpoints/tags';
import { tickets } from '../../api/endpoints/tickets';
import type { Rows } from '../../api/list';
import { call, type Call } from '../../api/request';
import { pickedId, pickedIdOrNone, pickedIds, type RecordList } from '../../operations/picked';
import { deviceName } from './deviceName';
import { personName } from './personName';

/** Records with an id and a name. */
const plain = (all: Call): RecordList => ({
	endpoints: [all.endpoint],
	read: async (rows) => await rows(all),
});

const inUse = ({ archived }: IDataObject) => archived !== true;

/** An archived template of the same name does not count. */
const templatesIn = (all: Call): RecordList => ({
	endpoints: [all.endpoint],
	read: async (rows) => (await rows(all)).filter(inUse),
});

const organizationList = plain(call(organizations.list));

/** "Main Office" is a location of many organizations: with the organization in front, as the drop-down shows it, it is one. */
const locationList: RecordList = {
	endpoints: [locations.list, organizations.list],
	read: locationsWithOwners,
	names: ({ name, ownerName }) => [name, name && ownerName && `${ownerName}: ${name}`],
	about: ({ organizationId, ownerName }) =>
		`organization ${[ownerName, organizationId].filter(Boolean).join(', ')}`,
};

/** Locations, each with the name of its organization as `ownerName`. */
export async function locationsWithOwners(rows: Rows): Promise<IDataObject[]> {
	const owners = new Map((await rows(call(organizations.list))).map(({ id, name }) => [id, name]));
	const all = await rows(call(locations.list));
	return all.map((row) => ({ ...row, ownerName: owners.get(row.organizationId) }));
}

/** Devices by their display names, and by the names that they give themselves. */
export const deviceList: RecordList = {
	endpoints: [devices.list],
	read: async (rows) => await rows(call(devices.list)),
	names: (row) => [deviceName(row), row.systemName, row.dnsName],
	about: ({ organizationId }) =>
		organizationId === undefined ? undefined : `organization ${String(organizationId)}`,
};

const technicianList: RecordList = {
	endpoints: [tickets.people],
	read: async (rows) => await rows(call(tickets.people, { query: { userType: 'TECHNICIAN' } })),
	names: (row) => [personName(row), row.email, row.uid],
	about: ({ email }) => email,
};

export const groupPicked = () => pickedId('Group', 'getGroups', plain(call(groups.list)));
export const locationPicked = (description?: string) =>
	pickedId('Location', 'getLocations', locationList, description);
export const locationsPicked = () => pickedIds('Location', 'getLocations', locationList);
export const organizationPicked = (description?: string) =>
	pickedId('Organization', 'getOrganizations', organizationList, description);
export const organizationsPicked = (description?: string) =>
	pickedIds('Organization', 'getOrganizations', organizationList, description);
export const policyPicked = () =>
	pickedIdOrNone('Policy', 'getPolicies', plain(call(policies.list)));
export const rolePicked = () => pickedId('Role', 'getRoles', plain(call(roles.list)));
export const rolesPicked = () => pickedIds('Role', 'getRoles', plain(call(roles.list)));
export const tagsPicked = () => pickedIds('Tag', 'getTags', plain(call(tags.list)));

const documentTemplateList = templatesIn(call(documentTemplates.list));
export const documentTemplatePicked = (description: string) =>
	pickedId('Template', 'getDocumentTemplates', documentTemplateList, description);
export const documentTemplatesPicked = () =>
	pickedIds('Template', 'getDocumentTemplates', documentTemplateList);
export const checklistTemplatesPicked = (description: string) =>
	pickedIds(
		'Template',
		'getChecklistTemplates',
		templatesIn(call(checklistTemplates.list, { query: { includeArchived: true } })),
		description,
	);
/** Technicians by the numeric ID that tickets know them by. */
export const techniciansPicked = (displayName: string, description: string) =>
	pickedIds(displayName, 'getTechnicians', technicianList, description);

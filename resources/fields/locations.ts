import type { IDataObject } from 'n8n-workflow';
import { locations } from '../../api/endpoints/locations';
import { organizations } from '../../api/endpoints/organizations';
import type { Rows } from '../../api/list';
import { call } from '../../api/request';
import { recordChoice, requiredRecordChoice } from '../../operations/record';
import { recordList } from '../../operations/recordList';
import { recordChoices } from '../../operations/records';
import { organizationNames } from './organizations';

/** "Main Office" is a location of many organizations: with the organization in front, as the drop-down shows it, it is one. */
export const locationList = recordList(
	{ endpoints: [locations.list, organizations.list], read: locationsWithOwners },
	{
		optionsMethod: 'getLocations',
		names: ({ name, ownerName }) => [name, name && ownerName && `${ownerName}: ${name}`],
		about: ({ organizationId, ownerName }) =>
			`organization ${[ownerName, organizationId].filter(Boolean).join(', ')}`,
		item: ({ id, name, ownerName }) => ({
			name: `${String(ownerName ?? '?')}: ${String(name ?? id)}`,
			value: id as number,
		}),
	},
);

/** Locations, each with the name of its organization as `ownerName`. */
async function locationsWithOwners(rows: Rows): Promise<IDataObject[]> {
	const owners = await organizationNames(rows);
	const all = await rows(call(locations.list));
	return all.map((row) => ({ ...row, ownerName: owners.get(row.organizationId) }));
}

/** The locations of one organization, among which a name is unique. */
export const locationsOf = (organizationId: number) =>
	recordList(call(organizations.locations, { path: { id: organizationId } }));

export const locationChoice = (description?: string) =>
	recordChoice('Location', locationList, description);
export const requiredLocationChoice = (description?: string) =>
	requiredRecordChoice('Location', locationList, description);
export const locationChoices = () => recordChoices('Location', locationList);

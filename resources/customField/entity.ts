import type { IDataObject } from 'n8n-workflow';
import type { EndpointById } from '../../api/endpoint';
import { devices } from '../../api/endpoints/devices';
import { endUsers } from '../../api/endpoints/endUsers';
import { locations } from '../../api/endpoints/locations';
import { organizations } from '../../api/endpoints/organizations';
import { inputError, NinjaOneError } from '../../api/errors';
import { call, type Call } from '../../api/request';
import { onlyWhen } from '../../operations/field';
import { choice } from '../../operations/fields';
import type { Caller } from '../../operations/operation';
import { deviceId } from '../fields/devices';
import { requiredLocationChoice } from '../fields/locations';
import { organizationId } from '../fields/organizations';
import { endUserId } from '../fields/people';

/** What can have custom fields, in NinjaOne's words. */
export type EntityType = 'NODE' | 'ORGANIZATION' | 'LOCATION' | 'END_USER';

export const entityTypes = [
	{ name: 'Device', value: 'NODE' as const },
	{ name: 'End User', value: 'END_USER' as const },
	{ name: 'Location', value: 'LOCATION' as const },
	{ name: 'Organization', value: 'ORGANIZATION' as const },
];

export const entityType = () =>
	choice<EntityType>(
		{ displayName: 'Custom Fields Of', description: 'What kind of record has the custom fields' },
		entityTypes,
	);

/** Which record it is: by ID or by name. */
export const entityFields = () => ({
	entityType: entityType(),
	deviceId: onlyWhen({ entityType: ['NODE'] }, deviceId()),
	organizationId: onlyWhen({ entityType: ['ORGANIZATION'] }, organizationId()),
	locationId: onlyWhen({ entityType: ['LOCATION'] }, requiredLocationChoice('The location')),
	endUserId: onlyWhen({ entityType: ['END_USER'] }, endUserId()),
});

interface GivenEntity {
	entityType: EntityType;
	deviceId?: number;
	organizationId?: number;
	locationId?: number;
	endUserId?: number;
}

/** A record that has custom fields, found. */
export interface Entity {
	type: EntityType;
	id: number;
	/** Its id under NinjaOne's name for it, such as `deviceId`. */
	ids: IDataObject;
	read(withInheritance: boolean): Call;
	write(body: Record<string, unknown>, secrets: string[]): Call;
}

interface Source {
	/** The parameter with the ID, which is also what NinjaOne calls it. */
	idName: 'deviceId' | 'organizationId' | 'locationId' | 'endUserId';
	label: string;
	read: EndpointById;
	write: EndpointById;
	/** Whether values of the location and organization above can be filled in. */
	inherits: boolean;
}

/** Where the values of each type of record are read and written. */
const sources: Record<EntityType, Source> = {
	NODE: {
		idName: 'deviceId',
		label: 'Device',
		read: devices.customFields,
		write: devices.updateCustomFields,
		inherits: true,
	},
	ORGANIZATION: {
		idName: 'organizationId',
		label: 'Organization',
		read: organizations.customFields,
		write: organizations.updateCustomFields,
		inherits: false,
	},
	LOCATION: {
		idName: 'locationId',
		label: 'Location Name or ID',
		read: locations.customFields,
		write: locations.updateCustomFields,
		inherits: true,
	},
	END_USER: {
		idName: 'endUserId',
		label: 'End User',
		read: endUsers.customFields,
		write: endUsers.updateCustomFields,
		inherits: false,
	},
};

/** Every request that reading or writing takes; a location's organization is looked up. */
export const readingEndpoints = [...Object.values(sources).map(({ read }) => read), locations.list];
export const writingEndpoints = [
	...Object.values(sources).map(({ write }) => write),
	locations.list,
];

/** @throws NinjaOneError where the record is missing */
export async function findEntity(caller: Caller, given: GivenEntity): Promise<Entity> {
	const { idName, label } = sources[given.entityType];
	const id = given[idName];
	if (id !== undefined) return await entityById(caller, given.entityType, id);
	throw inputError(label, 'is empty', 'Choose from the list, or give a name or an ID.');
}

/** A record of a type by its id. */
export async function entityById(caller: Caller, type: EntityType, id: number): Promise<Entity> {
	const { idName, read, write, inherits } = sources[type];
	const ids: Record<string, number> =
		type === 'LOCATION'
			? { organizationId: await organizationOf(caller, id), locationId: id }
			: { [idName]: id };
	const path = type === 'LOCATION' ? { id: ids.organizationId, locationId: id } : { id };
	return {
		type,
		id,
		ids,
		read: (withInheritance) =>
			call(read, {
				path,
				query: inherits ? { withInheritance: withInheritance || undefined } : {},
			}),
		write: (body, secrets) => call(write, { path, body, secrets }),
	};
}

/** NinjaOne wants the organization of a location with it. */
async function organizationOf(caller: Caller, locationId: number): Promise<number> {
	const all = await caller.rowsOnce(call(locations.list));
	const row = all.find(({ id }) => id === locationId);
	if (!row) {
		throw inputError('Location Name or ID', `is ${locationId}, and NinjaOne has no such location`);
	}
	if (row.organizationId !== undefined) return row.organizationId as number;
	throw new NinjaOneError(
		`NinjaOne does not say which organization location ${locationId} belongs to, so its custom fields cannot be reached`,
	);
}

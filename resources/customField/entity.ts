import type { IDataObject } from 'n8n-workflow';
import { devices } from '../../api/endpoints/devices';
import { endUsers } from '../../api/endpoints/endUsers';
import { locations } from '../../api/endpoints/locations';
import { organizations } from '../../api/endpoints/organizations';
import { users } from '../../api/endpoints/users';
import { inputError, NinjaOneError } from '../../api/errors';
import { call, type Call } from '../../api/request';
import { onlyWhen } from '../../operations/field';
import { choice } from '../../operations/fields';
import type { Caller } from '../../operations/operation';
import { idOf } from '../fields/interim';
import { reference, type Reference } from '../../operations/reference';
import { endUserIdOf, endUserReference } from '../fields/interim';
import { deviceList } from '../fields/devices';
import { requiredLocationChoice } from '../fields/locations';
import { organizationIdOf, organizationReference } from '../fields/interim';

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
	deviceId: onlyWhen(
		{ entityType: ['NODE'] },
		reference({
			displayName: 'Device',
			description: 'The device: searched by name, or given by its name or numeric ID',
			picker: deviceList.picker!,
			example: '1234',
		}),
	),
	organizationId: onlyWhen({ entityType: ['ORGANIZATION'] }, organizationReference()),
	locationId: onlyWhen({ entityType: ['LOCATION'] }, requiredLocationChoice('The location')),
	endUserId: onlyWhen({ entityType: ['END_USER'] }, endUserReference()),
});

interface GivenEntity {
	entityType: EntityType;
	deviceId?: Reference;
	organizationId?: Reference;
	locationId?: number;
	endUserId?: Reference;
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

/** Every request that finding, reading or writing takes. */
export const findingEndpoints = [devices.list, organizations.list, locations.list, users.list];
export const readingEndpoints = [
	devices.customFields,
	organizations.customFields,
	locations.customFields,
	endUsers.customFields,
];
export const writingEndpoints = [
	devices.updateCustomFields,
	organizations.updateCustomFields,
	locations.updateCustomFields,
	endUsers.updateCustomFields,
];

/**
 * Finds the record that is meant. Names are looked up in lists that are read once for all items.
 * @throws NinjaOneError for unknown and ambiguous names
 */
export async function findEntity(caller: Caller, given: GivenEntity): Promise<Entity> {
	switch (given.entityType) {
		case 'NODE':
			return deviceEntity(await deviceIdOf(caller, demanded(given.deviceId, 'Device')));
		case 'ORGANIZATION':
			return organizationEntity(
				await organizationIdOf(caller, demanded(given.organizationId, 'Organization')),
			);
		case 'LOCATION':
			return await locationEntity(caller, demanded(given.locationId, 'Location Name or ID'));
		case 'END_USER':
			return endUserEntity(await endUserIdOf(caller, demanded(given.endUserId, 'End User')));
	}
}

/** A record of a kind by its id. */
export async function entityById(caller: Caller, type: EntityType, id: number): Promise<Entity> {
	const byId = { id };
	return await findEntity(caller, {
		entityType: type,
		deviceId: byId,
		organizationId: byId,
		locationId: id,
		endUserId: byId,
	});
}

function demanded<Given>(given: Given | undefined, label: string): Given {
	if (given !== undefined) return given;
	throw inputError(label, 'is empty', 'Choose from the list, or give a name or an ID.');
}

const inheriting = (withInheritance: boolean) => ({
	withInheritance: withInheritance || undefined,
});

const deviceEntity = (id: number): Entity => ({
	type: 'NODE',
	id,
	ids: { deviceId: id },
	read: (withInheritance) =>
		call(devices.customFields, { path: { id }, query: inheriting(withInheritance) }),
	write: (body, secrets) => call(devices.updateCustomFields, { path: { id }, body, secrets }),
});

const organizationEntity = (id: number): Entity => ({
	type: 'ORGANIZATION',
	id,
	ids: { organizationId: id },
	read: () => call(organizations.customFields, { path: { id } }),
	write: (body, secrets) => call(organizations.updateCustomFields, { path: { id }, body, secrets }),
});

const endUserEntity = (id: number): Entity => ({
	type: 'END_USER',
	id,
	ids: { endUserId: id },
	read: () => call(endUsers.customFields, { path: { id } }),
	write: (body, secrets) => call(endUsers.updateCustomFields, { path: { id }, body, secrets }),
});

/** NinjaOne wants the organization of a location beside it: it is looked up. */
async function locationEntity(caller: Caller, locationId: number): Promise<Entity> {
	const all = await caller.rowsOnce(call(locations.list));
	const row = all.find(({ id }) => id === locationId);
	if (!row) {
		throw inputError('Location Name or ID', `is ${locationId}, and NinjaOne has no such location`);
	}
	if (row.organizationId === undefined) {
		throw new NinjaOneError(
			`NinjaOne does not say which organization location ${locationId} belongs to, so its custom fields cannot be reached`,
		);
	}
	const path = { id: row.organizationId as number, locationId };
	return {
		type: 'LOCATION',
		id: locationId,
		ids: { organizationId: path.id, locationId },
		read: (withInheritance) =>
			call(locations.customFields, { path, query: inheriting(withInheritance) }),
		write: (body, secrets) => call(locations.updateCustomFields, { path, body, secrets }),
	};
}

const deviceIdOf = async (caller: Caller, given: Reference): Promise<number> =>
	await idOf(given, {
		...deviceList,
		label: 'Device',
		rows: async () => await deviceList.read(caller.rowsOnce, {}),
	});

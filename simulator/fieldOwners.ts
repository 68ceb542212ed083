import type { DefinitionScope } from '../contracts';
import { isApproved } from './deviceFilter';
import { found } from './refusal';
import type { FieldOwner } from './state/fieldValues';
import type { State } from './state/state';
import type { Table } from './state/table';

type Rows = Pick<Table<{ id: number }>, 'get' | 'all'>;

/** What can have values: its name in refusals, where it is found, and which of it are listed. */
const scopes: Record<DefinitionScope, { noun: string; rows(state: State): Rows }> = {
	NODE: {
		noun: 'device',
		rows: ({ devices }) => ({
			get: (id) => devices.get(id),
			all: () => devices.all().filter(isApproved),
		}),
	},
	ORGANIZATION: { noun: 'organization', rows: ({ organizations }) => organizations },
	LOCATION: { noun: 'location', rows: ({ locations }) => locations },
	END_USER: {
		noun: 'end user',
		rows: ({ users }) => ({
			get: (id) => [users.get(id)].find((user) => user?.userType === 'END_USER'),
			all: () => users.all().filter(({ userType }) => userType === 'END_USER'),
		}),
	},
};

/** What has the values, or NinjaOne's refusal. */
export const ownerOf = (state: State, { scope, id }: FieldOwner): FieldOwner => ({
	scope,
	id: found(scopes[scope].rows(state).get(id), scopes[scope].noun).id,
});

export const ownersIn = (state: State, scope: DefinitionScope): FieldOwner[] =>
	scopes[scope]
		.rows(state)
		.all()
		.map(({ id }) => ({ scope, id }));

/** An owner's readable values, and below them what its location and its organization have in the fields that it shares. */
export function inheritedValues(state: State, owner: FieldOwner): Record<string, unknown> {
	const all = [...lendersOf(state, owner), owner].map((one) => state.fieldValues.readable(one));
	const values = Object.assign({}, ...all) as Record<string, unknown>;
	const shared = state.customFields
		.filter(({ definitionScope }) => definitionScope.includes(owner.scope))
		.filter(({ name }) => name in values);
	return Object.fromEntries(shared.map(({ name }) => [name, values[name]]));
}

/** Whose values an owner inherits, the farthest first. */
function lendersOf({ devices, locations }: State, { scope, id }: FieldOwner): FieldOwner[] {
	const device = scope === 'NODE' ? devices.get(id) : undefined;
	const location = scope === 'LOCATION' ? locations.get(id) : undefined;
	const { organizationId } = device ?? location ?? {};
	return [
		...(organizationId ? [{ scope: 'ORGANIZATION' as const, id: organizationId }] : []),
		...(device ? [{ scope: 'LOCATION' as const, id: device.locationId }] : []),
	];
}

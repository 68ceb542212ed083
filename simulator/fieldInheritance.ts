import type { FieldOwner } from './data/fieldValues';
import type { State } from './state/state';

/** An owner's readable values, and below them what its location and its organization have in the fields that it shares. */
export function inheritedValues(state: State, owner: FieldOwner): Record<string, unknown> {
	const shares = new Set(
		state.customFields
			.filter(({ definitionScope }) => definitionScope.includes(owner.scope))
			.map(({ name }) => name),
	);
	const values = [...lendersOf(state, owner), owner].map((one) => state.fieldValues.readable(one));
	const merged = Object.entries(Object.assign({}, ...values) as Record<string, unknown>);
	return Object.fromEntries(merged.filter(([name]) => shares.has(name)));
}

/** Whose values an owner inherits, the farthest first. */
function lendersOf(state: State, { scope, id }: FieldOwner): FieldOwner[] {
	const place = scope === 'NODE' ? state.devices.get(id) : state.locations.get(id);
	if (!place) return [];
	const organization = { scope: 'ORGANIZATION' as const, id: place.organizationId };
	if (!('locationId' in place)) return [organization];
	return [organization, { scope: 'LOCATION', id: place.locationId }];
}

import { type DefinitionScope, DefinitionScopeSchema } from '../../contracts';
import type { Context, Routes } from '../context';
import type { FieldOwner } from '../data/fieldValues';
import { type DevicePredicate, isApproved } from '../deviceFilter';
import { checked, filterOf, queryOf } from '../input';
import { flag, listed, moment, type Query } from '../query';
import { withOptionLabels } from '../optionLabels';
import { createReader } from '../reports';

/** The reports on custom fields: of devices, and of all that has values. */
export const fieldReportRoutes: Routes = (app, { state }) => {
	const read = createReader(() => state.now());

	for (const { name, row } of reports) {
		app.get(`/v2/queries/${name}`, (request) => {
			const query = queryOf(request);
			const scoped = name.startsWith('scoped');
			return read(query, () => {
				const test = (!scoped && filterOf(request, state)) || isApproved;
				return scoped
					? rowsOf(state, ownersIn(state, scopesOf(query)), labelled(state, row), query)
					: rowsOf(state, devicesIn(state, test), row, query);
			});
		});
	}
};

type State = Context['state'];
type Values = [name: string, value: ReturnType<State['fieldValues']['detailed']>[string]][];
type RowOf = (owner: FieldOwner, values: Values) => object;

const plain = (values: Values) =>
	Object.fromEntries(values.map(([name, { value }]) => [name, value]));
const detailed = (values: Values) => values.map(([name, value]) => ({ name, ...value }));

const reports: readonly { name: string; row: RowOf }[] = [
	{ name: 'custom-fields', row: ({ id }, values) => ({ deviceId: id, fields: plain(values) }) },
	{
		name: 'custom-fields-detailed',
		row: ({ id, scope }, values) => ({
			deviceId: id,
			entityId: id,
			entityType: scope,
			fields: detailed(values),
		}),
	},
	{
		name: 'scoped-custom-fields',
		row: ({ id, scope }, values) => ({ scope, entityId: id, fields: plain(values) }),
	},
	{
		name: 'scoped-custom-fields-detailed',
		row: ({ id, scope }, values) => ({ scope, entityId: id, fields: detailed(values) }),
	},
];

/** The reports over several kinds of records tell options by their labels; the others, and records alone, by their ids. */
function labelled({ customFields }: State, row: RowOf): RowOf {
	const byName = new Map(customFields.map((field) => [field.name, field]));
	return (owner, values) =>
		row(
			owner,
			values.map(([name, kept]) => [
				name,
				{ ...kept, value: withOptionLabels(byName.get(name), kept.value) },
			]),
		);
}

const scopesOf = (query: Query): DefinitionScope[] =>
	listed(query, 'scopes')?.map((scope) => checked(scope.toUpperCase(), DefinitionScopeSchema)) ??
	DefinitionScopeSchema.options;

function* devicesIn({ devices }: State, test: DevicePredicate): Generator<FieldOwner> {
	for (const device of devices.after(0)) if (test(device)) yield { scope: 'NODE', id: device.id };
}

function* ownersIn(state: State, scopes: readonly DefinitionScope[]): Generator<FieldOwner> {
	if (scopes.includes('NODE')) yield* devicesIn(state, isApproved);
	if (scopes.includes('LOCATION')) yield* all('LOCATION', state.locations.all());
	if (scopes.includes('ORGANIZATION')) yield* all('ORGANIZATION', state.organizations.all());
	const endUsers = state.users.all().filter(({ userType }) => userType === 'END_USER');
	if (scopes.includes('END_USER')) yield* all('END_USER', endUsers);
}

const all = (scope: DefinitionScope, rows: readonly { id: number }[]): FieldOwner[] =>
	rows.map(({ id }) => ({ scope, id }));

/** A row for each owner that has a value that was asked for. */
function* rowsOf(state: State, owners: Iterable<FieldOwner>, row: RowOf, query: Query) {
	const wanted = listed(query, 'fields');
	const after = moment(query, 'updatedAfter') ?? -Infinity;
	const secure = flag(query, 'showSecureValues');
	for (const owner of owners) {
		const values = Object.entries(state.fieldValues.detailed(owner, secure))
			.filter(([name]) => wanted?.includes(name) ?? true)
			.filter(([, { updateTime }]) => updateTime > after);
		if (values.length > 0) yield row(owner, values);
	}
}

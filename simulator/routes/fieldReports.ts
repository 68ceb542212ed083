import { DefinitionScopeSchema } from '../../contracts';
import type { Routes } from '../context';
import { isApproved } from '../deviceFilter';
import { ownersIn } from '../fieldOwners';
import { withOptionLabels } from '../fieldTypes';
import { checked, filterOf } from '../input';
import { flag, listed, moment, type Query } from '../query';
import { createReader } from '../reports';
import { type AnyCall, serve } from '../serve';
import type { FieldOwner, FieldValue } from '../state/fieldValues';
import type { State } from '../state/state';

type Values = [name: string, kept: FieldValue][];
type Fields = (values: Values) => unknown;

const plain: Fields = (values) =>
	Object.fromEntries(values.map(([name, { value }]) => [name, value]));
const detailed: Fields = (values) => values.map(([name, kept]) => ({ name, ...kept }));

const reports = [
	{ suffix: '', fields: plain },
	{ suffix: '-detailed', fields: detailed },
] as const;

/** The reports on custom fields: of devices, and of all that has values. */
export const fieldReportRoutes: Routes = (app, { state }) => {
	const read = createReader(() => state.now());

	for (const { suffix, fields } of reports)
		serve(app, {
			[`GET /v2/queries/custom-fields${suffix}`]: ({ query, request }: AnyCall) =>
				read(query, () => {
					const devices = state.devices.all().filter(filterOf(request, state) ?? isApproved);
					const owners = devices.map(({ id }) => ({ scope: 'NODE' as const, id }));
					return rowsOf(state, owners, query, ({ id, scope }, values) => ({
						deviceId: id,
						...(suffix && { entityId: id, entityType: scope }),
						fields: fields(values),
					}));
				}),
			[`GET /v2/queries/scoped-custom-fields${suffix}`]: ({ query }: AnyCall) =>
				read(query, () => {
					const owners = scopesOf(query).flatMap((scope) => ownersIn(state, scope));
					return rowsOf(state, owners, query, ({ id, scope }, values) => ({
						scope,
						entityId: id,
						fields: fields(labelled(state, values)),
					}));
				}),
		});
};

const scopesOf = (query: Query) =>
	listed(query, 'scopes')?.map((scope) => checked(scope.toUpperCase(), DefinitionScopeSchema)) ??
	DefinitionScopeSchema.options;

/** A row for each owner that has a value that was asked for, made when it is read. */
function* rowsOf(
	state: State,
	owners: readonly FieldOwner[],
	query: Query,
	row: (owner: FieldOwner, values: Values) => object,
) {
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

/** The reports over several scopes name options by their labels; the others, and records alone, by their ids. */
const labelled = ({ customFields }: State, values: Values): Values =>
	values.map(([name, kept]) => {
		const field = customFields.find((one) => one.name === name);
		return [name, field ? { ...kept, value: withOptionLabels(field, kept.value) } : kept];
	});

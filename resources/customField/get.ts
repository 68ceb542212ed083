import type { IDataObject } from 'n8n-workflow';
import { queries } from '../../api/endpoints/queries';
import { call } from '../../api/request';
import { appliesTo, isSecure } from '../../api/typedFields/definition';
import { definitionEndpoints } from '../../api/typedFields/readDefinitions';
import { onlyWhen } from '../../operations/field';
import { flag } from '../../operations/fields';
import { operation, type Caller } from '../../operations/operation';
import { reveal, valueForm } from '../fields/fieldValues';
import { entityFields, findEntity, readingEndpoints, type Entity } from './entity';
import { definitionsOf, shownValues } from './values';

export const get = operation({
	name: 'Get',
	action: 'Get custom fields',
	description:
		'Get the values of the custom fields of a device, organization, location or end user. Fields without a value, and fields that the API may not read, are left out.',
	endpoints: [
		...readingEndpoints,
		...definitionEndpoints,
		queries.customFields,
		queries.scopedCustomFields,
	],
	fields: {
		...entityFields(),
		withInheritance: onlyWhen(
			{ entityType: ['NODE', 'LOCATION'] },
			flag({
				displayName: 'Include Inherited Values',
				description:
					'Whether to fill fields that are empty here with the values of the location and organization above',
			}),
		),
		values: valueForm(),
		reveal: reveal(),
	},
	async run(caller, { withInheritance = false, values, reveal, ...given }) {
		const entity = await findEntity(caller, given);
		const definitions = await definitionsOf(caller);
		const stored = (await caller.send(entity.read(withInheritance))) as IDataObject;
		const secure = reveal
			? await readSecrets(
					caller,
					entity,
					definitions
						.filter((field) => isSecure(field) && appliesTo(field, entity.type))
						.map(({ name }) => name),
				)
			: {};
		const shown = shownValues(definitions, { ...stored, ...secure }, { values, reveal });
		return [{ entityType: entity.type, ...entity.ids, ...shown }];
	},
});

/** Secrets come in reports alone, on demand: a report on one device, or on all records of a type. */
async function readSecrets(
	caller: Caller,
	{ type, id }: Entity,
	names: string[],
): Promise<IDataObject> {
	if (names.length === 0) return {};
	const query = { fields: names.join(','), showSecureValues: true };
	const rows = await caller.rows(
		type === 'NODE'
			? call(queries.customFields, { query: { ...query, df: `id=${id}` } })
			: call(queries.scopedCustomFields, { query: { ...query, scopes: type } }),
	);
	const row = rows.find(({ deviceId, entityId }) => (deviceId ?? entityId) === id);
	return (row?.fields ?? {}) as IDataObject;
}

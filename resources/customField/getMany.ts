import type { IDataObject } from 'n8n-workflow';
import { deviceFilterText } from '../../api/deviceFilter';
import { queries } from '../../api/endpoints/queries';
import { call } from '../../api/request';
import { epochSeconds } from '../../api/times';
import type { FieldDefinition } from '../../api/typedFields/definition';
import { definitionEndpoints } from '../../api/typedFields/readDefinitions';
import { filterCollection } from '../../operations/collection';
import { onlyWhen } from '../../operations/field';
import { choice, codes, flag, time } from '../../operations/fields';
import { customFieldNames } from '../fields/customFieldNames';
import { textChoices } from '../../operations/textChoices';
import { operation } from '../../operations/operation';
import { reveal, valueForm } from '../fields/fieldValues';
import { fleetFilters } from '../fields/scope';
import { entityTypes } from './entity';
import { definitionsOf, shownValues, type Showing } from './values';

export const getMany = operation({
	name: 'Get Many',
	action: 'Get custom fields of many records',
	description:
		'Get the values of custom fields of many devices, organizations, locations and end users at once, with few requests',
	endpoints: [
		queries.customFields,
		queries.customFieldsDetailed,
		queries.scopedCustomFields,
		queries.scopedCustomFieldsDetailed,
		...definitionEndpoints,
	],
	fields: {
		scope: choice({ displayName: 'Custom Fields Of', description: 'Whose custom fields to list' }, [
			{
				name: 'Devices',
				value: 'devices',
				description: 'The whole fleet, or a part of it by filters',
			},
			{
				name: 'Records of Several Kinds',
				value: 'kinds',
				description: 'Organizations, locations, end users and devices',
			},
		]),
		deviceFilters: fleetFilters(),
		entityTypes: onlyWhen(
			{ scope: ['kinds'] },
			codes(
				{
					displayName: 'Kinds',
					description: 'The kinds of records to list; all where none is given',
				},
				entityTypes,
			),
		),
		detailed: flag({
			displayName: 'Include Change Details',
			description: 'Whether to tell when and by whom each value was set',
		}),
		values: valueForm(),
		reveal: reveal(),
		fieldFilters: filterCollection(
			{ displayName: 'Field Filters', placeholder: 'Add filter' },
			{
				fields: textChoices({
					displayName: 'Field Names or IDs',
					dropDown: customFieldNames,
					description: 'Only these fields, and records that have a value in one of them',
				}),
				updatedAfter: time({
					displayName: 'Updated After',
					description: 'Only values that were set after this time',
				}),
			},
		),
	},
	request: ({ scope, deviceFilters, entityTypes, detailed, fieldFilters, reveal }) => {
		const query = {
			fields: fieldFilters.fields?.join(','),
			updatedAfter: epochSeconds(fieldFilters.updatedAfter),
			showSecureValues: reveal || undefined,
		};
		return scope === 'devices'
			? call(detailed ? queries.customFieldsDetailed : queries.customFields, {
					query: { ...query, df: deviceFilterText(deviceFilters ?? {}) },
				})
			: call(detailed ? queries.scopedCustomFieldsDetailed : queries.scopedCustomFields, {
					query: { ...query, scopes: entityTypes?.join(',') },
				});
	},
	async reshape(caller, showing) {
		const definitions = await definitionsOf(caller);
		return (row) =>
			Array.isArray(row.fields)
				? detailedRow(definitions, row, showing)
				: { ...row, ...shownValues(definitions, (row.fields ?? {}) as IDataObject, showing) };
	},
	key: 'entityId',
});

/** With each value, when it was set: a list of fields becomes values by name, and the rest of it by name. */
function detailedRow(
	definitions: readonly FieldDefinition[],
	row: IDataObject,
	showing: Showing,
): IDataObject {
	const list = row.fields as IDataObject[];
	const stored = Object.fromEntries(list.map(({ name, value }) => [String(name), value]));
	const changes = Object.fromEntries(
		list.map(({ name, updated, updateTime, updatedBy }) => [
			String(name),
			{ updated: updated ?? updateTime, updatedBy },
		]),
	);
	return { ...row, ...shownValues(definitions, stored, showing), changes };
}

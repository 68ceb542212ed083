import type { IDataObject } from 'n8n-workflow';
import { appliesTo, type FieldDefinition } from '../../api/typedFields/definition';
import { readDefinitions } from '../../api/typedFields/readDefinitions';
import { readableValues } from '../../api/typedFields/values';
import type { Caller } from '../../operations/operation';
import { secureKey } from '../fields/fieldValues';
import type { EntityType } from './entity';

/** Definitions of all custom fields: read once for all items of an execution. */
export const definitionsOf = async (caller: Caller): Promise<FieldDefinition[]> =>
	await caller.shared(
		'custom field definitions',
		async () => await readDefinitions(async (call) => await caller.rows(call)),
	);

/** Definitions of the fields that a type of record can have. */
export const definitionsFor = async (caller: Caller, type: EntityType) =>
	(await definitionsOf(caller)).filter((field) => appliesTo(field, type));

export interface Showing {
	values: 'readable' | 'raw';
	reveal: boolean;
}

/** Values for the output: secrets apart from the others, and only where they were asked for. */
export function shownValues(
	definitions: readonly FieldDefinition[],
	stored: IDataObject,
	{ values: form, reveal }: Showing,
): IDataObject {
	const { values, secure } = readableValues(definitions, stored, form === 'raw');
	return { fields: values, ...(reveal ? { [secureKey]: secure } : {}) };
}

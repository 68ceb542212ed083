import type { IDataObject } from 'n8n-workflow';
import { fieldDefinition } from '../../../../api/endpoints/customFields';
import { call } from '../../../../api/request';
import type { Caller } from '../../../../operations/operation';

/** What NinjaOne takes back of a definition that it gives; a PUT replaces the whole. */
const kept = [
	'label',
	'description',
	'type',
	'technicianPermission',
	'scriptPermission',
	'apiPermission',
	'defaultValue',
	'content',
	'active',
	'scope',
	'definitionScope',
];

/** The definition as it is, in the form in which it can be sent back: a change is laid over it. */
export async function presentDefinition(caller: Caller, fieldName: string): Promise<IDataObject> {
	const row = (await caller.send(call(fieldDefinition, { path: { fieldName } }))) as IDataObject;
	const present = kept
		.map((name) => [name, row[name]] as const)
		.filter(([, value]) => value !== undefined && value !== null);
	return { fieldName: row.name ?? fieldName, ...Object.fromEntries(present) };
}

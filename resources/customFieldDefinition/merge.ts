import type { IDataObject } from 'n8n-workflow';
import { defined } from '../../api/defined';
import { customFields } from '../../api/endpoints/customFields';
import { call } from '../../api/request';
import type { Caller } from '../../operations/operation';
import { demandList } from '../fields/demandList';

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

/** Of a definition's content, which also tells what end users are shown. */
const keptOfContent = ['values', 'required', 'footerText', 'tooltipText', 'advancedSettings'];
const keptOfOption = ['id', 'name', 'active', 'system'];

const only = (row: IDataObject, names: readonly string[]): IDataObject =>
	defined(Object.fromEntries(names.map((name) => [name, row[name]])));

function contentOf(content: IDataObject): IDataObject {
	const { values, ...texts } = only(content, keptOfContent);
	const options = (values as IDataObject[] | undefined)?.map((each) => only(each, keptOfOption));
	return { ...texts, ...(options ? { values: options } : {}) };
}

/** Types of fields whose values are kept by the IDs of options: without these, every value is lost. */
const optionTypes = ['DROPDOWN', 'MULTI_SELECT'];

/** The definition as it is, in the form in which it can be sent back: a change is laid over it. */
export async function presentDefinition(caller: Caller, fieldName: string): Promise<IDataObject> {
	const row = await caller.send(call(customFields.get, { path: { fieldName } }));
	const { content, ...present } = only(row, kept);
	if (row.type === undefined || optionTypes.includes(String(row.type))) {
		demandList((content ?? {}) as IDataObject, 'values', `custom field "${fieldName}"`);
	}
	return {
		fieldName: row.name ?? fieldName,
		...present,
		...(content === undefined ? {} : { content: contentOf(content as IDataObject) }),
	};
}

/**
 * NinjaOne takes a group with a definition and never tells which one that is, so it cannot be sent back. Whether an update
 * without it leaves the group alone is not documented.
 */
export function hintAtGroup(caller: Caller, changes: readonly IDataObject[]): void {
	if (changes.every(({ groupId }) => groupId !== undefined)) return;
	caller.hint(
		'NinjaOne does not tell which group a custom field is in. If a changed field was in one, check that it still is, or give Group ID with the change.',
	);
}

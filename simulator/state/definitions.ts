import { randomUUID } from 'node:crypto';
import {
	type CustomField,
	CustomFieldSchema,
	type CustomFieldUpdate,
	type NewCustomField,
} from '../../contracts';
import { definitionOf } from '../data/customFields';
import { failure, missing } from '../refusal';
import { only } from '../rows';
import type { State } from './state';

/** The definition of this name, or NinjaOne's refusal. */
export function definitionNamed({ customFields }: State, name: string): CustomField {
	const field = customFields.find((one) => one.name === name);
	if (!field) throw missing('custom field');
	return field;
}

/** What a request says of a definition that is kept under the same name. */
const definitionPart = only<Partial<CustomField>>(CustomFieldSchema.shape);

/** Defines fields: all of them, or none when one is refused. */
export function define(state: State, wanted: readonly NewCustomField[]): CustomField[] {
	const names = new Set(state.customFields.map(({ name }) => name));
	for (const { fieldName } of wanted) {
		if (!/^[a-z]\w*$/i.test(fieldName))
			throw failure(400, `fieldName: "${fieldName}" is not a machine name`);
		if (names.has(fieldName)) throw failure(400, `fieldName: "${fieldName}" exists already`);
		names.add(fieldName);
	}
	const made = wanted.map(({ fieldName, content = {}, ...given }) => {
		const values = content.values?.map(({ name }) => ({ id: randomUUID(), name, active: true }));
		const { label, type } = given;
		const part = definitionPart({ ...given, content: { required: false, ...content, values } });
		return definitionOf({ name: fieldName, label, type, ...part }, state.now());
	});
	state.customFields.push(...made);
	return made;
}

/** Changes fields: all of them, or none when one is refused. What a change does not name stays. */
export function redefine(
	state: State,
	changes: readonly { name: string; change: CustomFieldUpdate }[],
): CustomField[] {
	const steps = changes.map(({ name, change }) => {
		const field = definitionNamed(state, name);
		return { field, next: changed(field, change) };
	});
	const updateTime = state.now();
	return steps.map(({ field, next }) => Object.assign(field, next, { updateTime }));
}

/** Deletes fields with their values: all of them, or none when one is missing. */
export function undefine(state: State, names: readonly string[]): void {
	const gone = new Set(names.map((name) => definitionNamed(state, name)));
	for (const field of gone) {
		state.customFields.splice(state.customFields.indexOf(field), 1);
		state.fieldValues.forget(field.name);
	}
}

function changed(field: CustomField, change: CustomFieldUpdate): Partial<CustomField> {
	const { fieldName = field.name, type = field.type, content = {} } = change;
	if (fieldName !== field.name) throw failure(400, 'fieldName: cannot be changed');
	if (type !== field.type) throw failure(400, 'type: cannot be changed');
	const values = optionsOf(field, content.values);
	return definitionPart({ ...change, content: { ...field.content, ...content, values } });
}

type Options = NonNullable<CustomField['content']['values']>;
type OptionChanges = NonNullable<NonNullable<CustomFieldUpdate['content']>['values']>;

/** The options afterwards: the list takes the place of the one there was, and known ids keep what it does not name. */
function optionsOf({ content }: CustomField, sent?: OptionChanges): Options | undefined {
	return (
		sent?.map(({ id, ...change }) => {
			const known = content.values?.find((option) => option.id === id);
			if (id !== undefined && !known) throw failure(400, `content.values: no option ${id}`);
			const { name = known?.name, active = known?.active ?? true } = change;
			if (name === undefined) throw failure(400, 'content.values: name: Required');
			return { id: known?.id ?? randomUUID(), name, active };
		}) ?? content.values
	);
}

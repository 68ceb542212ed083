import { randomUUID } from 'node:crypto';
import {
	type CustomField,
	CustomFieldSchema,
	type CustomFieldUpdate,
	type NewCustomField,
} from '../../contracts';
import { entityTypeOf } from '../data/definitions';
import { failure, missing } from '../refusal';
import { only } from '../rows';
import type { State } from './state';

/** The definition of this name, or NinjaOne's refusal. */
export function definitionNamed({ customFields }: State, name: string): CustomField {
	const field = customFields.find((one) => one.name === name);
	if (!field) throw missing('custom field');
	return field;
}

/** Defines fields: all of them, or none when one is refused. */
export function define(state: State, wanted: readonly NewCustomField[]): CustomField[] {
	const names = new Set(state.customFields.map(({ name }) => name));
	for (const { fieldName } of wanted) {
		if (!/^[a-z]\w*$/i.test(fieldName))
			throw failure(400, `fieldName: "${fieldName}" is not a machine name`);
		if (names.has(fieldName)) throw failure(400, `fieldName: "${fieldName}" exists already`);
		names.add(fieldName);
	}
	const made = wanted.map((field) => definitionFrom(field, state.now()));
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

/** Removes fields with their values: all of them, or none when one is missing. */
export function undefine(state: State, names: readonly string[]): void {
	const gone = new Set(names.map((name) => definitionNamed(state, name)));
	for (const field of gone) {
		state.customFields.splice(state.customFields.indexOf(field), 1);
		state.fieldValues.forget(field.name);
	}
}

function definitionFrom(wanted: NewCustomField, now: number): CustomField {
	const { fieldName, content = {}, definitionScope = ['NODE'] } = wanted;
	const { label, description, type, defaultValue } = wanted;
	return {
		name: fieldName,
		label,
		type,
		...(description !== undefined && { description }),
		...(defaultValue !== undefined && { defaultValue }),
		entityType: entityTypeOf(definitionScope),
		scope: wanted.scope ?? 'NODE_GLOBAL',
		definitionScope,
		technicianPermission: wanted.technicianPermission ?? 'NONE',
		scriptPermission: wanted.scriptPermission ?? 'NONE',
		apiPermission: wanted.apiPermission ?? 'NONE',
		endUserPermission: 'HIDDEN',
		content: {
			...content,
			required: content.required ?? false,
			values: content.values?.map(({ name }) => ({ id: randomUUID(), name, active: true })),
		},
		system: false,
		active: true,
		createTime: now,
		updateTime: now,
	};
}

const definitionPart = only<Partial<CustomField>>(CustomFieldSchema.shape);

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
		sent?.map(({ id, name, active }) => {
			const known = content.values?.find((option) => option.id === id);
			if (id !== undefined && !known) throw failure(400, `content.values: no option ${id}`);
			const text = name ?? known?.name;
			if (text === undefined) throw failure(400, 'content.values: name: Required');
			return { id: known?.id ?? randomUUID(), name: text, active: active ?? known?.active ?? true };
		}) ?? content.values
	);
}

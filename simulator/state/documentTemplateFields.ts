import { randomUUID } from 'node:crypto';
import type { DocumentItem, DocumentItemWish, DocumentTemplate } from '../../contracts';
import { failure } from '../refusal';
import type { State } from './state';

/** A field of a template, and not an element of the form. */
export type TemplateField = DocumentItem & { fieldName: string; fieldType: string };

export const templateFields = ({ fields }: DocumentTemplate): TemplateField[] =>
	fields.filter(({ fieldName }) => fieldName !== undefined) as TemplateField[];

/** A template's fields and elements as they are once this list is written. */
export function itemsOf(
	state: State,
	wishes: readonly DocumentItemWish[],
	known: readonly DocumentItem[],
): DocumentItem[] {
	const items = wishes.map((wish) =>
		wish.uiElementType && wish.fieldName === undefined
			? elementOf(state, wish, known)
			: fieldOf(state, wish, known),
	);
	const names = items.flatMap(({ fieldName }) => fieldName ?? []);
	const twice = names.find((name, at) => names.indexOf(name) !== at);
	if (twice) throw failure(400, `The field name "${twice}" is given twice`);
	return items;
}

function elementOf(state: State, wish: DocumentItemWish, known: readonly DocumentItem[]) {
	const before = known.find(
		({ uiElementUid }) => uiElementUid && uiElementUid === wish.uiElementUid,
	);
	const now = state.now();
	return {
		uiElementUid: randomUUID(),
		createdTime: now,
		...before,
		...wish,
		updatedTime: now,
	} as DocumentItem;
}

function fieldOf(state: State, wish: DocumentItemWish, known: readonly DocumentItem[]) {
	const { fieldId, fieldContent = {}, ...rest } = wish;
	const before = knownField(wish, known);
	if (!before && (!rest.fieldName || !rest.fieldLabel))
		throw failure(400, 'A field needs a fieldName and a fieldLabel');
	const now = state.now();
	const values = fieldContent.values?.map((option) => ({
		id: randomUUID(),
		active: true,
		...option,
	}));
	return {
		fieldId: fieldId ?? state.documentation.nextPartId(),
		fieldType: 'TEXT',
		fieldTechnicianPermission: 'EDITABLE',
		fieldScriptPermission: 'NONE',
		fieldApiPermission: 'NONE',
		createdTime: now,
		...before,
		...rest,
		fieldContent: {
			required: false,
			...before?.fieldContent,
			...fieldContent,
			...(values && { values }),
		},
		updatedTime: now,
	} as DocumentItem;
}

/** The field that is meant, if it is not a new one. The name of a field never changes. */
function knownField({ fieldId, fieldName }: DocumentItemWish, known: readonly DocumentItem[]) {
	if (fieldId === undefined) {
		if (!known.some((field) => field.fieldName === fieldName)) return undefined;
		throw failure(400, `The field "${fieldName}" exists already: name it by its fieldId`);
	}
	const before = known.find((field) => field.fieldId === fieldId);
	if (!before) throw failure(400, `The template has no field ${fieldId}`);
	if (fieldName !== undefined && fieldName !== before.fieldName)
		throw failure(400, `The fieldName of field ${fieldId} cannot be changed`);
	return before;
}

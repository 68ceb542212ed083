import type { NodeParameterValueType } from 'n8n-workflow';
import { inputError } from '../api/errors';
import { loadOptionsOf, orNone, type DropDown } from './editor/dropDown';
import { type ListPicker } from './editor/search';
import { isEmpty, type Field, type FieldProperty, type LookUp } from './field';
import { described } from './choiceWords';
import { assumedId, findRecord, type RecordList } from './recordList';
import { idOrName, optionalReference, reference, type Reference } from './reference';

/** How a field that names a record looks; where its list has no picker of its own, with one. */
export interface RecordLook extends Pick<FieldProperty, 'displayName'> {
	description: string;
	/** What an ID looks like, for the placeholder. */
	example: string;
	picker?: ListPicker;
}

/** A record that must be given: picked from its list, by name, or by ID. It yields the ID. */
export const record = <Id>(look: RecordLook, list: RecordList<Id>): Field<Id, Reference> => ({
	...reference(withPicker(look, list)),
	lookUp: lookUpOf(list),
});

/** The same for a record that may be left out. */
export function optionalRecord<Id>(
	look: RecordLook,
	list: RecordList<Id>,
): Field<Id | undefined, Reference | undefined> {
	return { ...optionalReference(withPicker(look, list)), lookUp: lookUpWhereGiven(list) };
}

function withPicker(look: RecordLook, { picker }: { picker?: ListPicker }) {
	const used = look.picker ?? picker;
	if (!used)
		throw new TypeError(`The list of "${look.displayName}" cannot be searched in the editor`);
	return { ...look, picker: used };
}

/** A record that may be left out: picked from a drop-down, or a name or an ID from an expression. */
export function recordChoice<Id = number>(
	displayName: string,
	list: RecordList<Id>,
	description = '',
): Field<Id | undefined, Reference | undefined> {
	const { property, methods } = dropDownOf(
		displayName,
		description,
		orNone(demandDropDown(list, displayName)),
	);
	return {
		property,
		methods,
		parse: (value, { label }) => (isEmpty(value) ? undefined : idOrName(value, label)),
		lookUp: lookUpWhereGiven(list),
	};
}

/** The same drop-down for a record that the operation finds by itself, where the list depends on what it reads. */
export function referenceChoice(
	displayName: string,
	list: RecordList,
	description = '',
): Field<Reference | undefined> {
	const { property, methods, parse } = recordChoice(displayName, list, description);
	return { property, methods, parse };
}

/** The same for a record that must be given. */
export function requiredRecordChoice<Id = number>(
	displayName: string,
	list: RecordList<Id>,
	description = '',
): Field<Id, Reference> {
	const { property, methods } = dropDownOf(
		displayName,
		description,
		demandDropDown(list, displayName),
	);
	return {
		property: { ...property, required: true },
		methods,
		parse(value, { label }) {
			if (!isEmpty(value)) return idOrName(value, label);
			throw inputError(label, 'is empty', 'Nothing was sent to NinjaOne.');
		},
		lookUp: lookUpOf(list),
	};
}

/** What a list offers besides NinjaOne's records where "none" means something; sent as null. */
export const noneOfThese = 'none';

/** Like a choice of a record, and `noneOfThese` reads as null. */
export function recordChoiceOrNone(
	displayName: string,
	list: RecordList,
): Field<number | null | undefined, Reference | null | undefined> {
	const { property, methods, parse, lookUp } = recordChoice(displayName, list);
	return {
		property,
		methods,
		parse: (value, context) => (value === noneOfThese ? null : parse(value, context)),
		lookUp: {
			endpoints: list.endpoints,
			resolve: async (given, context) => given && (await lookUp!.resolve(given, context)),
			assume: (given) => given && lookUp!.assume(given),
		},
	};
}

/** A drop-down that loads its choices. */
export const dropDownOf = (
	displayName: string,
	description: string,
	dropDown: DropDown,
	standard: NodeParameterValueType = '',
): Pick<Field<unknown>, 'property' | 'methods'> => ({
	property: {
		displayName: `${displayName} Name or ID`,
		type: 'options',
		typeOptions: { loadOptionsMethod: dropDown.method },
		description: described(description, 'an ID'),
		default: standard,
	},
	methods: { loadOptions: loadOptionsOf(dropDown) },
});

/** @throws TypeError for a list that was written without one */
export function demandDropDown(
	{ dropDown }: { dropDown?: DropDown },
	displayName: string,
): DropDown {
	if (dropDown) return dropDown;
	throw new TypeError(`The list of "${displayName}" has no drop-down`);
}

const lookUpOf = <Id>(list: RecordList<Id>): LookUp<Id, Reference> => ({
	endpoints: list.endpoints,
	...(list.needs ? { needs: list.needs } : {}),
	resolve: async (given, context) => await findRecord(list, given, context),
	assume: (given) => assumedId(list, given),
});

const lookUpWhereGiven = <Id>(
	list: RecordList<Id>,
): LookUp<Id | undefined, Reference | undefined> => ({
	endpoints: list.endpoints,
	...(list.needs ? { needs: list.needs } : {}),
	resolve: async (given, context) => given && (await findRecord(list, given, context)),
	assume: (given) => given && assumedId(list, given),
});

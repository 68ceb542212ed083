import { inputError } from '../api/errors';
import { orNone, type DropDown } from './editor/dropDown';
import type { ListPicker } from './editor/search';
import { isEmpty, type Field, type FieldProperty, type LookUp } from './field';
import { loadedChoices } from './loadedChoices';
import { assumedId, findRecord, type RecordList } from './recordList';
import { idOrName, optionalReference, reference, type Reference } from './reference';

/** How a field that names a record looks; where its list has no picker of its own, with one. */
interface RecordLook extends Pick<FieldProperty, 'displayName'> {
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
export const optionalRecord = <Id>(
	look: RecordLook,
	list: RecordList<Id>,
): Field<Id | undefined, Reference | undefined> => ({
	...optionalReference(withPicker(look, list)),
	lookUp: lookUpOf(list),
});

function withPicker(look: RecordLook, list: { picker?: ListPicker }) {
	const picker = look.picker ?? list.picker;
	if (picker) return { ...look, picker };
	throw new TypeError(`The list of "${look.displayName}" cannot be searched in the editor`);
}

/** A record that may be left out: picked from a drop-down, or a name or an ID from an expression. */
export const recordChoice = <Id = number>(
	displayName: string,
	list: RecordList<Id>,
	description = '',
): Field<Id | undefined, Reference | undefined> => ({
	...referenceChoice(displayName, list, description),
	lookUp: lookUpOf(list),
});

/** The same drop-down for a record that the operation finds by itself, where the list depends on what it reads. */
export const referenceChoice = (
	displayName: string,
	list: Pick<RecordList, 'dropDown'>,
	description = '',
): Field<Reference | undefined> => ({
	...loadedChoices(`${displayName} Name or ID`, description, orNone(dropDownIn(list, displayName))),
	parse: (value, { label }) => (isEmpty(value) ? undefined : idOrName(value, label)),
});

/** The same for a record that must be given. */
export function requiredRecordChoice<Id = number>(
	displayName: string,
	list: RecordList<Id>,
	description = '',
): Field<Id, Reference> {
	const dropDown = dropDownIn(list, displayName);
	const { property, methods } = loadedChoices(`${displayName} Name or ID`, description, dropDown);
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
	const { property, methods, parse } = recordChoice(displayName, list);
	const { endpoints, resolve, assume } = lookUpOf(list);
	return {
		property,
		methods,
		parse: (value, context) => (value === noneOfThese ? null : parse(value, context)),
		lookUp: {
			endpoints,
			resolve: async (given, context) => given && (await resolve(given, context)),
			assume: (given) => given && assume(given),
		},
	};
}

/** @throws TypeError for a list that was written without one */
export function dropDownIn({ dropDown }: { dropDown?: DropDown }, displayName: string): DropDown {
	if (dropDown) return dropDown;
	throw new TypeError(`The list of "${displayName}" has no drop-down`);
}

/** It is not asked about a field that was left out. */
const lookUpOf = <Id>(list: RecordList<Id>): LookUp<Id, Reference> => ({
	endpoints: list.endpoints,
	needs: list.needs,
	resolve: async (given, context) => await findRecord(list, given, context),
	assume: (given) => assumedId(list, given),
});

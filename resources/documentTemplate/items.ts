import type { IDataObject } from 'n8n-workflow';
import { inputError, NinjaOneError } from '../../api/errors';
import { checkEach, refuseUnknownNames } from '../../operations/checkEach';
import { isEmpty } from '../../operations/field';
import { jsonList } from '../../operations/json';
import { plainText } from '../../operations/plainText';

/** A field of a template, or an element of its form, in NinjaOne's own words. */
type Item = Record<string, unknown>;

const example =
	'[{"fieldLabel": "Vendor", "fieldName": "vendor", "fieldType": "TEXT", "fieldContent": {"required": true}}]';

/** Fields in one parameter, as JSON. */
export const templateItems = (displayName: string, description: string) =>
	jsonList(
		{ displayName, description: `${description}. It is a JSON list, such as ${example}.` },
		example,
	);

/** What NinjaOne takes about an item. */
const written = [
	'fieldLabel',
	'fieldName',
	'fieldDescription',
	'fieldType',
	'fieldTechnicianPermission',
	'fieldScriptPermission',
	'fieldApiPermission',
	'fieldDefaultValue',
	'fieldContent',
	'uiElementName',
	'uiElementType',
	'uiElementValue',
];
/** By what it knows the items of a template, in an update. */
const ids = ['fieldId', 'uiElementUid'];
/** What it says about them besides. */
const readOnly = ['createdTime', 'updatedTime'];
const ofContent = ['values', 'required', 'footerText', 'tooltipText', 'advancedSettings'];

const only = (item: Item, names: readonly string[]): Item =>
	Object.fromEntries(names.filter((name) => item[name] != null).map((name) => [name, item[name]]));

/**
 * Items that a user gave for a template, checked. Those of another template will do as they were read. The API may
 * read and write new fields unless they say otherwise: NinjaOne's own standard is that it may not.
 * @throws NinjaOneError that names every problem with its place in the list
 */
export async function newItems(given: readonly Item[], taken: Iterable<unknown> = []) {
	const names = new Set(taken);
	return await checkEach(given, 'Field', async (item) => {
		checkWords(item);
		if (isElement(item)) return await Promise.resolve(only(item, written));
		for (const name of ['fieldLabel', 'fieldName']) {
			if (isEmpty(item[name])) throw inputError(name, 'is empty');
			plainText(item[name], name);
		}
		if (names.has(item.fieldName)) {
			throw inputError(
				'fieldName',
				`is "${String(item.fieldName)}", which the template has already`,
			);
		}
		names.add(item.fieldName);
		const standard = { fieldType: 'TEXT', fieldApiPermission: 'READ_WRITE' };
		return withContent({ ...standard, ...only(item, written) }, newContent(item));
	});
}

/** Elements of the form, such as titles, hold no values and have no name. */
const isElement = ({ uiElementType, fieldName }: Item) =>
	!isEmpty(uiElementType) && isEmpty(fieldName);

const checkWords = (item: Item) => refuseUnknownNames(item, [...written, ...ids, ...readOnly]);

const withContent = (item: Item, content: Item | undefined): Item =>
	content === undefined ? item : { ...item, fieldContent: content };

const contentOf = ({ fieldContent }: Item) => fieldContent as Item | undefined;

/** Options as names alone, or as objects. */
const optionsIn = (content: Item | undefined): Item[] | undefined =>
	(content?.values as unknown[] | undefined)?.map((option) =>
		typeof option === 'object' && option !== null
			? (option as Item)
			: { name: plainText(option, 'fieldContent') },
	);

/** New options have no ids yet. */
function newContent(item: Item): Item | undefined {
	const content = contentOf(item);
	if (content === undefined) return undefined;
	const values = optionsIn(content)?.map(({ name }) => ({ name }));
	return { ...only(content, ofContent), ...(values ? { values } : {}) };
}

export interface ItemChanges {
	add: readonly Item[];
	replace: readonly Item[];
	/** Names of fields; elements go by their UIDs. */
	remove: readonly string[];
}

/**
 * The whole list of items after a change. Whatever is not named in it stays.
 * @throws NinjaOneError for fields that are not there, and for new ones that are
 */
export async function changedItems(
	current: readonly IDataObject[],
	{ add, replace, remove }: ItemChanges,
): Promise<Item[]> {
	const isRemoved = await removal(current, remove);
	const replaced = await replacements(current, replace, isRemoved);
	const kept = current
		.filter((item) => !isRemoved(item))
		.map((item) => replaced.get(keyOf(item)) ?? asRead(item));
	const added = await newItems(
		add,
		kept.map(({ fieldName }) => fieldName),
	);
	return [...kept, ...added];
}

const keyOf = ({ fieldName, uiElementUid }: Item) => fieldName ?? uiElementUid;

/**
 * An item as it was read, without what NinjaOne does not take back.
 * @throws NinjaOneError for one that would be another, since NinjaOne's answer does not say what it is
 */
const asRead = (item: Item): Item => {
	if (isEmpty(item.fieldName) && isEmpty(item.uiElementType)) {
		throw new NinjaOneError(
			"NinjaOne's answer leaves out what one of the template's items is, and a change would take it away",
			{ description: 'Nothing was changed. Try again, or change the template in NinjaOne itself.' },
		);
	}
	const content = contentOf(item);
	return withContent(only(item, [...ids, ...written]), content && only(content, ofContent));
};

async function removal(current: readonly Item[], remove: readonly string[]) {
	const known = current.map(keyOf);
	const names = new Set<unknown>(
		await checkEach(remove, 'Field to remove', async (name) => {
			if (known.includes(name)) return await Promise.resolve(name);
			throw unknownField(name, current);
		}),
	);
	return (item: Item) => names.has(keyOf(item));
}

async function replacements(
	current: readonly Item[],
	replace: readonly Item[],
	isRemoved: (item: Item) => boolean,
): Promise<Map<unknown, Item>> {
	const replaced = new Map<unknown, Item>();
	await checkEach(replace, 'Field to replace', async (item) => {
		checkWords(item);
		const key = keyOf(item);
		const before = current.find((each) => keyOf(each) === key && !isRemoved(each));
		if (!before) throw unknownField(key, current);
		if (replaced.has(key)) throw inputError('fieldName', `is "${String(key)}" twice`);
		replaced.set(key, await Promise.resolve(replacement(asRead(before), item)));
	});
	return replaced;
}

/** What the user says about a field goes over what it was; it stays the same field, with its values in documents. */
function replacement(before: Item, item: Item): Item {
	const content = contentOf(item);
	const values = optionsIn(content)?.map((option) => withItsId(option, contentOf(before)));
	return withContent(
		{ ...before, ...only(item, written) },
		content && {
			...contentOf(before),
			...only(content, ofContent),
			...(values ? { values } : {}),
		},
	);
}

/** Documents keep options by their ids: one of the same name is the same option. */
function withItsId(option: Item, before: Item | undefined): Item {
	if (option.id !== undefined) return option;
	return { ...optionsIn(before)?.find(({ name }) => name === option.name), ...option };
}

function unknownField(name: unknown, current: readonly Item[]): NinjaOneError {
	const known = current.map(({ fieldName }) => fieldName).filter(Boolean);
	return inputError(
		'fieldName',
		`is "${String(name)}", and the template has no such field. It has: ${known.join(', ')}`,
	);
}

import { isEmpty, type Field } from './field';
import { codes } from './fields';
import { numericId, numericIds } from './ids';
import { textList } from './plainText';

/** Any of a list that NinjaOne gives: ids of organizations, roles, tags, picked by name. */
export function pickedIds(displayName: string, method: string): Field<number[]> {
	return {
		property: {
			displayName: `${displayName} Names or IDs`,
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: method },
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			default: [],
		},
		parse: (value, { label }) => numericIds(textList(value, label), label),
	};
}

/**
 * The same list with "not set" as its first choice, for a parameter that may be left out: the editor takes an empty
 * choice that is not among the others for a mistake.
 */
export const orNone = (method: string) => `${method}OrNone`;

/** One of a list that NinjaOne gives; empty means "not given". */
export function pickedId(displayName: string, method: string): Field<number | undefined> {
	return {
		property: {
			displayName: `${displayName} Name or ID`,
			type: 'options',
			typeOptions: { loadOptionsMethod: orNone(method) },
			description:
				'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			default: '',
		},
		parse: (value, { label }) => (isEmpty(value) ? undefined : numericId(value, label)),
	};
}

/** What a list offers beside NinjaOne's records where "none" means something; sent as null. */
export const noneOfThese = 'none';

/** Like a picked id, and `noneOfThese` reads as null. */
export function pickedIdOrNone(
	displayName: string,
	method: string,
): Field<number | null | undefined> {
	const field = pickedId(displayName, method);
	return {
		...field,
		parse: (value, context) => (value === noneOfThese ? null : field.parse(value, context)),
	};
}

/** Any of a list that NinjaOne gives whose entries are known by a text, such as the names of custom fields. */
export function textsPicked({
	displayName,
	method,
	description,
}: {
	displayName: string;
	method: string;
	description: string;
}): Field<string[]> {
	return {
		property: {
			displayName,
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: method },
			description: `${description}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
			default: [],
		},
		parse: (value, { label }) => textList(value, label),
	};
}

/** Codes of NinjaOne's from a list that is too long for a node's description, which n8n's editor loads whole. */
export const codesPicked = (look: Parameters<typeof textsPicked>[0]): Field<string[]> => ({
	...textsPicked(look),
	parse: codes(look, []).parse,
});

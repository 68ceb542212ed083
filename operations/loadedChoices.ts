import { loadOptionsOf, type DropDown } from './editor/dropDown';
import type { Field } from './field';

/**
 * A parameter whose choices n8n's editor loads: one of them, or several.
 * @param description what it is for; n8n's own words, which its lint wants to see, follow
 */
export function loadedChoices(
	displayName: string,
	description: string,
	dropDown: DropDown,
	isSeveral = false,
): Pick<Field<unknown>, 'property' | 'methods'> {
	const choose = `Choose from the list, or specify ${isSeveral ? 'IDs' : 'an ID'} using an <a href="https://docs.n8n.io/code/expressions/">expression</a>`;
	return {
		property: {
			displayName,
			type: isSeveral ? 'multiOptions' : 'options',
			typeOptions: { loadOptionsMethod: dropDown.method },
			description: description ? `${description}. ${choose}.` : choose,
			default: isSeveral ? [] : '',
		},
		methods: { loadOptions: loadOptionsOf(dropDown) },
	};
}

import type { DropDown } from './editor/dropDown';
import type { Field } from './field';
import { codes } from './fields';
import { loadedChoices } from './loadedChoices';
import { textList } from './plainText';

interface TextsLook {
	displayName: string;
	description: string;
	dropDown: DropDown;
}

/** Any of a list that NinjaOne gives whose entries are known by a text, such as the names of custom fields. */
export const textChoices = ({
	displayName,
	description,
	dropDown,
}: TextsLook): Field<string[]> => ({
	...loadedChoices(displayName, description, dropDown, true),
	parse: (value, { label }) => textList(value, label),
});

/** Codes of NinjaOne's from a list that is too long for a node's description, which n8n's editor loads whole. */
export const codeChoices = (look: TextsLook): Field<string[]> => ({
	...textChoices(look),
	parse: codes(look, []).parse,
});

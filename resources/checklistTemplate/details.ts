import type { Added } from '../../operations/collection';
import { flag } from '../../operations/fields';
import { richText, richTextFields } from '../fields/richText';

/** What a template can have beside its name and its tasks. */
export const detailFields = {
	required: flag({
		displayName: 'Required',
		description: 'Whether checklists made from the template must be completed',
	}),
	...richTextFields('Description'),
};

/** The details that were given, under NinjaOne's names; the others are absent. */
export function detailsOf({ required, html, text }: Added<typeof detailFields>) {
	const description = richText({ html, text });
	return {
		...(required === undefined ? {} : { required }),
		...(description === undefined ? {} : { description: { ...description } }),
	};
}

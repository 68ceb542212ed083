import { optionalText } from '../../operations/fields';

/** Text as NinjaOne takes it in the knowledge base and in checklists: formatted, plain, or both. */
export interface RichText {
	html?: string;
	text?: string;
}

/** Parameters for a text that may be formatted. */
export const richTextFields = (what: string) => ({
	html: optionalText({
		displayName: `${what} HTML`,
		description: `The ${what.toLowerCase()} with HTML formatting`,
		typeOptions: { rows: 6 },
	}),
	text: optionalText({
		displayName: `${what} Text`,
		description: `The ${what.toLowerCase()} as plain text, where no formatting is needed`,
		typeOptions: { rows: 6 },
	}),
});

/** Undefined where neither form is given: the text stays as it is. */
export function richText({ html, text }: RichText): RichText | undefined {
	if (html === undefined && text === undefined) return undefined;
	return { ...(html === undefined ? {} : { html }), ...(text === undefined ? {} : { text }) };
}

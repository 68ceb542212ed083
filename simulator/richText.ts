import type { RichText } from '../contracts';

/** Formatted text as it is kept: the plain form is made from the HTML where it is not given. */
export const richText = ({ text, html }: RichText): RichText => ({
	...((text ?? html) !== undefined && { text: text ?? plainOf(html ?? '') }),
	...(html !== undefined && { html }),
});

const plainOf = (html: string) =>
	html
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

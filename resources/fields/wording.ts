import { inputError } from '../../api/errors';
import { collection, type Added } from '../../operations/collection';
import type { Field } from '../../operations/field';
import { optionalText } from '../../operations/fields';

/** A text that a check of JavaScript's own international tables takes. */
const known = (
	field: Field<string | undefined>,
	check: (text: string) => unknown,
	advice: string,
): Field<string | undefined> => ({
	...field,
	parse(value, context) {
		const text = field.parse(value, context);
		if (text === undefined) return undefined;
		try {
			check(text);
			return text;
		} catch {
			throw inputError(context.label, `does not know "${text}"`, advice);
		}
	},
});

const language = known(
	optionalText({
		displayName: 'Language',
		description:
			'Language of the texts that NinjaOne writes, as a tag. Codes, and what people wrote, stay as they are.',
		placeholder: 'e.g. de or pt-BR',
	}),
	(tag) => Intl.getCanonicalLocales(tag),
	'Write a language tag such as en, de or pt-BR.',
);

const timeZone = known(
	optionalText({
		displayName: 'Time Zone',
		description: 'Time zone of the times inside these texts. Fields with times stay as they are.',
		placeholder: 'e.g. Europe/Berlin',
	}),
	(zone) => Intl.DateTimeFormat('en', { timeZone: zone }),
	'Write a name of the IANA time zone database, such as Europe/Berlin or UTC.',
);

const look = { displayName: 'Language of Texts', placeholder: 'Add option' };

/** How NinjaOne words names and descriptions of its own. */
export const languageOnly = { wording: collection(look, { language }) };

/** The same for texts that have times in them. */
const both = { language, timeZone };
export const languageAndZone = { wording: collection(look, both) };

/** The wording under NinjaOne's names. */
export const wordingQuery = ({ language: lang, timeZone: tz }: Partial<Added<typeof both>>) => ({
	lang,
	tz,
});

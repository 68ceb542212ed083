import { inputError } from '../../api/errors';
import type { Field } from '../../operations/field';
import { optionalText, text, upTo } from '../../operations/fields';

const longestName = 150;

const firstNameLook = { displayName: 'First Name', description: 'The given name' };
const lastNameLook = { displayName: 'Last Name', description: 'The family name' };
/** A text as long as NinjaOne lets a person's name be. */
export const named = <T extends string | undefined>(field: Field<T>) => upTo(longestName, field);

/** The names of a new person, both of which must be given. */
export const newNames = () => ({
	firstName: named(text(firstNameLook)),
	lastName: named(text(lastNameLook)),
});

/** The names of a person who is there already. */
export const changedNames = () => ({
	firstName: named(optionalText(firstNameLook)),
	lastName: named(optionalText(lastNameLook)),
});

export const phone = () => optionalText({ displayName: 'Phone', description: 'The phone number' });

export function email(): Field<string | undefined> {
	const field = optionalText({
		displayName: 'Email',
		description: 'The email address',
		placeholder: 'e.g. name@example.com',
	});
	return {
		...field,
		parse(value, context) {
			const given = field.parse(value, context);
			if (given === undefined || /^[^\s@]+@[^\s@]+$/.test(given)) return given;
			throw inputError(context.label, `is not an email address: "${given}"`);
		},
	};
}

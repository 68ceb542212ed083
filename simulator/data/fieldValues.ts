import type { CustomField, DefinitionScope } from '../../contracts';
import { createRandom, type Random } from './random';

const firstDay = Date.UTC(2025, 0, 1);
const day = 86_400_000;

/** What has values: a device, a location, an organization or an end user. */
export interface FieldOwner {
	scope: DefinitionScope;
	id: number;
}

/** A value that somebody filled in, and how many days ago. */
export interface SeededValue {
	value: unknown;
	daysAgo: number;
}

/** The custom fields that people filled in: about half of those that there are. */
export function seedFieldValues(
	fields: readonly CustomField[],
	{ scope, id }: FieldOwner,
	seed: number,
): Record<string, SeededValue> {
	const whose = scope === 'NODE' ? String(id) : `${scope} ${id}`;
	const random = createRandom(seed, `field values of ${whose}`);
	return Object.fromEntries(
		fields
			.filter(({ type }) => !isReference(type))
			.filter(() => random.chance(0.5))
			.map((field) => [
				field.name,
				{ value: valueOf(field, random), daysAgo: random.integer(1, 200) },
			]),
	);
}

/** Values that point to something else are left to those who write them. */
const isReference = (type: string) =>
	type === 'ATTACHMENT' || /^(NODE|CLIENT)(_\w+)?_(DROPDOWN|MULTI_SELECT)$/.test(type);

/** As NinjaOne encodes it: options by id, dates in epoch milliseconds. */
function valueOf({ type, label, content }: CustomField, random: Random): unknown {
	const optionIds = (content.values ?? []).filter(({ active }) => active).map(({ id }) => id);
	switch (type) {
		case 'NUMERIC':
			return random.integer(1, content.advancedSettings?.numericRange?.max ?? 1000);
		case 'DECIMAL':
		case 'MONETARY':
			return random.integer(1, 1000) / 10;
		case 'CHECKBOX':
			return random.chance(0.5);
		case 'DATE':
		case 'DATE_TIME':
			return firstDay + random.integer(0, 500) * day;
		case 'TIME':
			return random.integer(0, 95) * 900_000;
		case 'DROPDOWN':
			return random.pick(optionIds);
		case 'MULTI_SELECT':
			return optionIds.slice(0, random.integer(1, 3));
		case 'EMAIL':
			return 'service@example.com';
		case 'URL':
			return 'https://example.com';
		case 'IP_ADDRESS':
			return `10.0.0.${random.integer(1, 254)}`;
		case 'WYSIWYG':
			return { text: label, html: `<p>${label}</p>` };
		case 'TEXT_ENCRYPTED':
			return `secret-${random.integer(1000, 9999)}`;
		case 'TOTP':
			return 'otpauth://totp/simulator?secret=JBSWY3DPEHPK3PXP';
		case 'PHONE':
			return '+1 555 0100';
		case 'IDENTIFIER':
			return `AST-${random.integer(10_000, 99_999)}`;
		default:
			return `${label} ${random.integer(1, 99)}`;
	}
}

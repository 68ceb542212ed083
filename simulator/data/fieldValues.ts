import type { CustomField } from '../../contracts';
import { createRandom, type Random } from './random';

const firstDay = Date.UTC(2025, 0, 1);
const day = 86_400_000;

/** The custom fields that people filled in on a device: about half of those that it has. */
export function seedFieldValues(fields: readonly CustomField[], deviceId: number, seed: number) {
	const random = createRandom(seed, `field values of ${deviceId}`);
	return Object.fromEntries(
		fields.filter(() => random.chance(0.5)).map((field) => [field.name, valueOf(field, random)]),
	);
}

/** As NinjaOne encodes it: options by id, dates in epoch milliseconds. */
function valueOf({ type, label, content }: CustomField, random: Random): unknown {
	const optionIds = (content.values ?? []).map(({ id }) => id);
	switch (type) {
		case 'NUMERIC':
			return random.integer(1, 1000);
		case 'DECIMAL':
			return random.integer(1, 1000) / 10;
		case 'CHECKBOX':
			return random.chance(0.5);
		case 'DATE':
		case 'DATE_TIME':
			return firstDay + random.integer(0, 500) * day;
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
			return '*****';
		default:
			return `${label} ${random.integer(1, 99)}`;
	}
}

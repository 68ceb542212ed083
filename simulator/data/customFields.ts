import type { CustomField } from '../../contracts';
import { definitionOf } from './definitions';
import { furtherFields } from './furtherFields';
import type { Random } from './random';

const types = [
	'TEXT',
	'TEXT_MULTILINE',
	'NUMERIC',
	'DECIMAL',
	'CHECKBOX',
	'DATE',
	'DATE_TIME',
	'DROPDOWN',
	'MULTI_SELECT',
	'EMAIL',
	'URL',
	'IP_ADDRESS',
	'WYSIWYG',
	'TEXT_ENCRYPTED',
] as const;
const topics = ['Asset', 'Backup', 'Billing', 'Compliance', 'Network', 'Warranty'];
const permissions = ['READ_WRITE', 'READ_WRITE', 'READ_WRITE', 'READ_ONLY', 'NONE'] as const;
const scopes = ['NODE', 'NODE', 'LOCATION', 'ORGANIZATION', 'END_USER'] as const;
const choices = ['Green', 'Yellow', 'Red'];

/** Definitions of every common type, more than fit on a page of the default size. */
export function seedCustomFields(random: Random, now: number): CustomField[] {
	const mixed = topics.flatMap((topic, row) =>
		types.map((type, column) => {
			const at = row * types.length + column;
			const scope = scopes[at % scopes.length];
			return definitionOf(random, now, {
				name: `${topic.toLowerCase()}${camel(type)}`,
				label: `${topic} ${type.replace(/_/g, ' ').toLowerCase()}`,
				description: `${topic} of the ${scope.replace('_', ' ').toLowerCase()}`,
				type,
				scopes: [scope],
				apiPermission: permissions[at % permissions.length],
				required: at % 17 === 0,
				...(isChoice(type) && { options: choices }),
			});
		}),
	);
	return [...mixed, ...furtherFields.map((field) => definitionOf(random, now, field))];
}

const isChoice = (type: string) => type === 'DROPDOWN' || type === 'MULTI_SELECT';
const camel = (type: string) =>
	type
		.split('_')
		.map((word) => word[0] + word.slice(1).toLowerCase())
		.join('');

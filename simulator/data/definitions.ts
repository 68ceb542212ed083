import type { CustomField, DefinitionScope } from '../../contracts';
import type { Random } from './random';

/** A custom field in short. */
export interface FieldSeed {
	name: string;
	label: string;
	description: string;
	type: CustomField['type'];
	scopes: readonly DefinitionScope[];
	apiPermission?: CustomField['apiPermission'];
	required?: boolean;
	/** Names of the options to choose from. */
	options?: readonly string[];
	/** Names of options that are not offered any more. */
	formerOptions?: readonly string[];
	advancedSettings?: CustomField['content']['advancedSettings'];
}

const day = 86_400;

/** A definition as NinjaOne shows it. */
export function definitionOf(random: Random, now: number, seed: FieldSeed): CustomField {
	const { name, label, description, type, scopes, options, formerOptions = [] } = seed;
	const option = (active: boolean) => (text: string) => ({ id: random.uuid(), name: text, active });
	return {
		name,
		label,
		description,
		type,
		entityType: entityTypeOf(scopes),
		scope: 'NODE_GLOBAL',
		definitionScope: [...scopes],
		technicianPermission: 'EDITABLE',
		scriptPermission: 'READ_WRITE',
		apiPermission: seed.apiPermission ?? 'READ_WRITE',
		endUserPermission: 'HIDDEN',
		content: {
			required: seed.required ?? false,
			...(options && {
				values: [...options.map(option(true)), ...formerOptions.map(option(false))],
			}),
			...(seed.advancedSettings && { advancedSettings: seed.advancedSettings }),
		},
		system: false,
		active: true,
		createTime: now - 300 * day,
		updateTime: now - random.integer(1, 200) * day,
	};
}

export const entityTypeOf = (scopes: readonly DefinitionScope[]): CustomField['entityType'] =>
	scopes[0] === 'END_USER' ? 'USER' : 'NODE';

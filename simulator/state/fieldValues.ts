import type { CustomField } from '../../contracts';
import { seedFieldValues } from '../data/fieldValues';

type Values = Record<string, unknown>;

/** The values of devices' custom fields, by machine name. */
export interface FieldValues {
	/** The values that are set, those that the API may not read left out. */
	readable(deviceId: number): Values;
	/**
	 * Sets what is named, null clears. Nothing changes when a part is refused.
	 * @param permission of whom: of the API or of scripts @returns what is wrong, if something is
	 */
	write(
		deviceId: number,
		values: Values,
		permission: 'apiPermission' | 'scriptPermission',
	): string | undefined;
}

export function createFieldValues(definitions: readonly CustomField[], seed: number): FieldValues {
	const fields = definitions.filter(({ definitionScope }) => definitionScope.includes('NODE'));
	const byName = new Map(fields.map((field) => [field.name, field]));
	const changed = new Map<number, Values>();
	const of = (deviceId: number) => changed.get(deviceId) ?? seedFieldValues(fields, deviceId, seed);

	return {
		readable: (deviceId) =>
			Object.fromEntries(
				Object.entries(of(deviceId)).filter(([name]) =>
					byName.get(name)?.apiPermission.startsWith('READ'),
				),
			),
		write(deviceId, values, permission) {
			for (const [name, value] of Object.entries(values)) {
				const field = byName.get(name);
				if (!field) return `Unknown custom field "${name}"`;
				if (!field[permission].includes('WRITE')) return `Custom field "${name}" is read-only`;
				if (value !== null && !isScript(permission) && !fits(field, value))
					return `Custom field "${name}": not a value of type ${field.type}`;
			}
			const kept = Object.entries({ ...of(deviceId), ...values });
			changed.set(deviceId, Object.fromEntries(kept.filter(([, value]) => value !== null)));
			return undefined;
		},
	};
}

/** Scripts write text, whatever the type. */
const isScript = (permission: string) => permission === 'scriptPermission';

function fits({ type, content }: CustomField, value: unknown): boolean {
	const isOption = (id: unknown) => (content.values ?? []).some((option) => option.id === id);
	if (['NUMERIC', 'DECIMAL', 'DATE', 'DATE_TIME'].includes(type)) return typeof value === 'number';
	if (type === 'CHECKBOX') return typeof value === 'boolean';
	if (type === 'DROPDOWN') return isOption(value);
	if (type === 'MULTI_SELECT') return Array.isArray(value) && value.every(isOption);
	if (type === 'WYSIWYG') return typeof value === 'object' && 'html' in (value ?? {});
	return typeof value === 'string';
}

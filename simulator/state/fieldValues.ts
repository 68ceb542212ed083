import type { CustomField, DefinitionScope, DetailedFieldValue } from '../../contracts';
import { createRandom } from '../data/random';
import { keptValue, problemWith, sampleValue, withOptionIds } from '../fieldTypes';

/** What has values: a device, a location, an organization or an end user. */
export interface FieldOwner {
	scope: DefinitionScope;
	id: number;
}

/** A value, and who set it when. */
export type FieldValue = Omit<DetailedFieldValue, 'name'>;
type Kept = Record<string, FieldValue>;

/** Who writes: scripts have a permission of their own, and write text whatever the type. */
export type FieldWriter = FieldValue['updatedBy'] & { source: 'API' | 'SCRIPT' };

/** The values of custom fields, by machine name: of devices, locations, organizations and end users. */
export interface FieldValues {
	/** The values that are set and that the API may read. @param secure whether secrets are among them */
	detailed(owner: FieldOwner, secure?: boolean): Kept;
	/** The same, without who set them when. */
	readable(owner: FieldOwner, secure?: boolean): Record<string, unknown>;
	/** Sets what is named, null clears. Nothing changes when a part is refused. @returns what is wrong, if something is */
	write(owner: FieldOwner, values: Record<string, unknown>, by: FieldWriter): string | undefined;
	/** Drops every value of a field that is gone. */
	forget(name: string): void;
}

const day = 86_400;
const secret = ['TEXT_ENCRYPTED', 'TOTP'];

/** @param definitions the living list */
export function createFieldValues(
	definitions: readonly CustomField[],
	{ seed, baseTime, now }: { seed: number; baseTime: number; now(): number },
): FieldValues {
	const seeded = new Set(definitions);
	const changed = new Map<string, Kept>();

	const keyOf = ({ scope, id }: FieldOwner) => `${scope} ${id}`;
	const fieldsOf = ({ scope }: FieldOwner) =>
		definitions.filter(({ definitionScope }) => definitionScope.includes(scope));
	/** People filled in about half of the fields that there were from the start. */
	const seedOf = (owner: FieldOwner): Kept => {
		const kept: Kept = {};
		for (const field of fieldsOf(owner).filter((one) => seeded.has(one))) {
			const random = createRandom(seed, `${field.name} of ${keyOf(owner)}`);
			const value = random.chance(0.5) ? sampleValue(field, random) : undefined;
			const updateTime = baseTime - random.integer(1, 200) * day;
			if (value !== undefined)
				kept[field.name] = { value, updateTime, updatedBy: { source: 'SYSTEM' } };
		}
		return kept;
	};
	const of = (owner: FieldOwner) => changed.get(keyOf(owner)) ?? seedOf(owner);

	const detailed: FieldValues['detailed'] = (owner, secure = false) => {
		const values = of(owner);
		const seen = fieldsOf(owner)
			.filter(({ apiPermission }) => apiPermission.startsWith('READ'))
			.filter(({ name, type }) => name in values && (secure || !secret.includes(type)));
		return Object.fromEntries(seen.map(({ name }) => [name, values[name]]));
	};

	return {
		detailed,
		readable: (owner, secure) =>
			Object.fromEntries(
				Object.entries(detailed(owner, secure)).map(([name, { value }]) => [name, value]),
			),
		write(owner, values, updatedBy) {
			const fields = fieldsOf(owner);
			const kept = { ...of(owner) };
			for (const [name, given] of Object.entries(values)) {
				const field = fields.find((one) => one.name === name);
				if (!field) return `Unknown custom field "${name}"`;
				const value = withOptionIds(field, given);
				const problem = refusalOf(field, value, updatedBy.source);
				if (problem) return problem;
				if (value === null) delete kept[name];
				else kept[name] = { value: keptValue(field, value), updateTime: now(), updatedBy };
			}
			changed.set(keyOf(owner), kept);
			return undefined;
		},
		forget(name) {
			for (const kept of changed.values()) delete kept[name];
		},
	};
}

function refusalOf(
	field: CustomField,
	value: unknown,
	source: FieldWriter['source'],
): string | undefined {
	const { name, content, scriptPermission, apiPermission } = field;
	const permission = source === 'SCRIPT' ? scriptPermission : apiPermission;
	if (!permission.includes('WRITE')) return `Custom field "${name}" is read-only`;
	if (content.required && (value === null || value === ''))
		return `Custom field "${name}" is required`;
	return source === 'SCRIPT' ? undefined : problemWith(value, field);
}

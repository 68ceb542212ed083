import type { CustomField, DetailedFieldValue } from '../../contracts';
import { type FieldOwner, seedFieldValues } from '../data/fieldValues';
import { withOptionIds } from '../optionLabels';
import { storedValue } from '../storedValue';
import { problemWith } from '../valueRules';

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
	about: { seed: number; baseTime: number; now(): number },
): FieldValues {
	const seeded = [...definitions];
	const changed = new Map<string, Kept>();

	/** Fields that this owner has by now. */
	const fieldsOf = ({ scope }: FieldOwner) =>
		new Map(
			definitions
				.filter(({ definitionScope }) => definitionScope.includes(scope))
				.map((field) => [field.name, field]),
		);
	const seedOf = (owner: FieldOwner): Kept => {
		const theirs = seeded.filter(({ definitionScope }) => definitionScope.includes(owner.scope));
		const still = new Map(theirs.filter(isDefined).map((field) => [field.name, field]));
		const values = Object.entries(seedFieldValues(theirs, owner, about.seed));
		return Object.fromEntries(
			values
				.filter(([name]) => still.has(name))
				.map(([name, { value, daysAgo }]) => [
					name,
					{
						value,
						updateTime: about.baseTime - daysAgo * day,
						updatedBy: { source: 'SYSTEM' as const },
					},
				]),
		);
	};
	const isDefined = (field: CustomField) => definitions.includes(field);
	const keyOf = ({ scope, id }: FieldOwner) => `${scope} ${id}`;
	const of = (owner: FieldOwner) => changed.get(keyOf(owner)) ?? seedOf(owner);

	const detailed: FieldValues['detailed'] = (owner, secure = false) => {
		const fields = fieldsOf(owner);
		const isSeen = ([name]: [string, FieldValue]) => {
			const field = fields.get(name);
			return field?.apiPermission.startsWith('READ') && (secure || !secret.includes(field.type));
		};
		return Object.fromEntries(Object.entries(of(owner)).filter(isSeen));
	};

	return {
		detailed,
		readable: (owner, secure) =>
			Object.fromEntries(
				Object.entries(detailed(owner, secure)).map(([name, { value }]) => [name, value]),
			),
		write(owner, values, updatedBy) {
			const fields = fieldsOf(owner);
			const kept: Kept = { ...of(owner) };
			for (const [name, given] of Object.entries(values)) {
				const field = fields.get(name);
				const value = field ? withOptionIds(field, given) : given;
				const problem = refusalOf(field, { name, value, source: updatedBy.source });
				if (problem) return problem;
				if (value === null) delete kept[name];
				else kept[name] = { value: asStored(field, value), updateTime: about.now(), updatedBy };
			}
			changed.set(keyOf(owner), kept);
			return undefined;
		},
		forget(name) {
			for (const kept of changed.values()) delete kept[name];
		},
	};
}

const asStored = (field: CustomField | undefined, value: unknown) =>
	typeof value === 'string' || !field ? value : storedValue(field.type, value);

function refusalOf(
	field: CustomField | undefined,
	{ name, value, source }: { name: string; value: unknown; source: FieldWriter['source'] },
): string | undefined {
	if (!field) return `Unknown custom field "${name}"`;
	const permission = source === 'SCRIPT' ? field.scriptPermission : field.apiPermission;
	if (!permission.includes('WRITE')) return `Custom field "${name}" is read-only`;
	if (field.content.required && (value === null || value === ''))
		return `Custom field "${name}" is required`;
	return source === 'SCRIPT' ? undefined : problemWith(value, field);
}

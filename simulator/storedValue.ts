import type { RichText } from '../contracts';
import { richText } from './richText';

/** A value as it is read back: formatted text comes with its plain form, what points to an entity as an object. */
export function storedValue(type: string, value: unknown): unknown {
	if (type === 'WYSIWYG') return richText(value as RichText);
	const entityType = Object.keys(entityTypes).find((prefix) => type.startsWith(`${prefix}_`));
	if (entityType === undefined) return value;
	const reference = (one: unknown) => ({ entityId: idOf(one), type: entityTypes[entityType] });
	return Array.isArray(value) ? value.map(reference) : reference(value);
}

/** The beginnings of the types that point to something, the longer first. */
const entityTypes: Readonly<Record<string, string>> = {
	CLIENT_LOCATION: 'LOCATION',
	CLIENT_DOCUMENT: 'DOCUMENT',
	CLIENT: 'ORGANIZATION',
	NODE: 'NODE',
};

/** An entity is named by its number, or by an object that holds it. */
function idOf(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const { entityId, id } = value as { entityId?: unknown; id?: unknown };
	return entityId ?? id;
}

import type { IDataObject } from 'n8n-workflow';
import { joined } from '../defined';
import { demandNinjaOneError, fieldError, NinjaOneError } from '../errors';
import { decode } from './decode';
import { isSecure, type FieldDefinition } from './definition';
import { encode } from './encode';

/** Values for fields as a user gave them. */
export interface GivenValues {
	/** By field name or label. Fields without a value are not among them: those stay as they are. */
	values: IDataObject;
	/** `columns`: every column of the input item, wanted or not; `fields`: what was mapped field by field. */
	from: 'fields' | 'columns';
	/** In which times without an offset are meant. */
	timezone: string;
}

/** Values as NinjaOne takes them. */
export interface EncodedValues {
	/** By field name; null clears. */
	fields: Record<string, unknown>;
	/** Values of secure fields among them: never to be shown. */
	secrets: string[];
	/** Columns that belong to no writable field. */
	ignored: string[];
}

/**
 * Checks all values and turns them into NinjaOne's form.
 * @param clear names of fields to empty
 * @param isNew whether they are for a new record, which needs a value in every required field
 * @throws NinjaOneError that names every problem, each with its field
 */
export function encodeValues(
	definitions: readonly FieldDefinition[],
	{ values, from, timezone }: GivenValues,
	clear: readonly string[] = [],
	isNew = false,
): EncodedValues {
	const encoded: EncodedValues = { fields: {}, secrets: [], ignored: [] };
	const given = new Set<FieldDefinition | undefined>();
	const problems: NinjaOneError[] = [];
	const attempt = (act: () => void) => {
		try {
			act();
		} catch (error) {
			problems.push(demandNinjaOneError(error));
		}
	};

	for (const [key, value] of Object.entries(values)) {
		attempt(() => {
			const field = fieldOf(definitions, key);
			given.add(field);
			if (from === 'columns' && !field?.writable) {
				encoded.ignored.push(key);
				return;
			}
			const writable = held(field, key);
			const sent = encode(writable, value, timezone);
			put(encoded.fields, writable, sent);
			if (isSecure(writable)) encoded.secrets.push(String(sent));
		});
	}
	for (const key of clear) {
		attempt(() => {
			const field = held(fieldOf(definitions, key), key);
			if (field.required) throw fieldError(field.label, 'is required and cannot be cleared');
			put(encoded.fields, field, null);
		});
	}
	for (const field of isNew ? definitions : []) {
		if (!field.required || !field.writable || given.has(field)) continue;
		problems.push(fieldError(field.label, 'is required', 'Give it a value.'));
	}
	if (problems.length > 0) throw together(problems);
	return encoded;
}

/** A field by its name, else by its label. */
function fieldOf(definitions: readonly FieldDefinition[], key: string) {
	const named = definitions.find(({ name }) => name === key);
	if (named) return named;
	const wanted = key.trim().toLowerCase();
	const labelled = definitions.filter(({ label }) => label.trim().toLowerCase() === wanted);
	if (labelled.length > 1) {
		const names = labelled.map(({ name }) => name).join(', ');
		throw fieldError(key, 'is the label of several fields', `Use the name of one: ${names}.`);
	}
	return labelled.at(0);
}

function held(field: FieldDefinition | undefined, key: string): FieldDefinition {
	if (!field) {
		throw fieldError(
			key,
			'does not exist here',
			'It may have been renamed or removed, or belong to something else. Refresh the list of fields.',
		);
	}
	if (field.writable) return field;
	throw fieldError(
		field.label,
		'cannot be written',
		'Its API permission in NinjaOne has to be "Read/Write".',
	);
}

function put(fields: Record<string, unknown>, field: FieldDefinition, value: unknown): void {
	if (field.name in fields) throw fieldError(field.label, 'is given twice');
	fields[field.name] = value;
}

/** One error that names all problems: who maps forty fields wants to know of all that are wrong. */
function together(problems: NinjaOneError[]): NinjaOneError {
	if (problems.length === 1) return problems[0];
	return new NinjaOneError(problems.map(({ message }) => message).join('; '), {
		description: joined(...new Set(problems.map(({ description }) => description))),
	});
}

/** Values of an entity as people read them, with the secrets among them set apart. */
export interface ReadableValues {
	values: IDataObject;
	secure: IDataObject;
}

/**
 * Sets values of secure fields apart, and says the others in words: labels of options, ISO dates.
 * @param raw leaves the others as NinjaOne sends them
 */
export function readableValues(
	definitions: readonly FieldDefinition[],
	received: IDataObject,
	raw: boolean,
): ReadableValues {
	const byName = new Map(definitions.map((field) => [field.name, field]));
	const values: IDataObject = {};
	const secure: IDataObject = {};
	for (const [name, value] of Object.entries(received)) {
		const field = byName.get(name);
		if (field && isSecure(field)) secure[name] = value;
		else values[name] = field && !raw ? decode(field, value) : value;
	}
	return { values, secure };
}

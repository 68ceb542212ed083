import type { IDataObject } from 'n8n-workflow';
import { inputError } from '../../api/errors';
import type { FieldDefinition } from '../../api/typedFields/definition';
import type { GivenValues } from '../../api/typedFields/values';
import { documentPicker } from './editor';
import { isEmpty, type Field } from '../../operations/field';
import { jsonList } from '../../operations/json';
import { withValues } from '../../operations/mapper';
import type { Caller } from '../../operations/operation';
import { plainText, textList } from '../../operations/plainText';
import { reference, type Reference } from '../../operations/reference';
import { changedRows } from '../fields/answers';
import { afterChange, shownDocument } from './show';
import { fieldsByTemplate } from './template';
import type { Wish } from './write';

type Entry = Record<string, unknown>;

/** A list of documents as the user wrote it, and in which time zone its times are meant. */
export interface Entries {
	entries: Entry[];
	timezone: string;
}

/** Many documents in one parameter, as JSON. */
export function documentEntries(description: string, example: string): Field<Entries> {
	const list = jsonList({ displayName: 'Documents', description }, example);
	return {
		property: { ...list.property, required: true },
		parse(value, context) {
			const entries = list.parse(value, context);
			if (entries.length > 0) return { entries, timezone: context.timezone };
			throw inputError(context.label, 'is empty', `Write it like ${example}.`);
		},
	};
}

/** A record that an entry names, by ID or by name. */
export const referenceIn = (entry: Entry, name: string, timezone: string): Reference =>
	reference({ displayName: name, description: '', picker: documentPicker, example: '' }).parse(
		entry[name],
		{ label: name, timezone },
	);

/** Like it, where an entry may do without. */
export const optionalReferenceIn = (entry: Entry, name: string, timezone: string) =>
	isEmpty(entry[name]) ? undefined : referenceIn(entry, name, timezone);

/** What an entry says about its document. */
export const wishIn = (entry: Entry, timezone: string): Wish => ({
	name: textIn(entry, 'name'),
	description: textIn(entry, 'description'),
	fields: valuesIn(entry, timezone),
});

function textIn(entry: Entry, name: string): string | undefined {
	const value = entry[name];
	return isEmpty(value) ? undefined : plainText(value, name).trim();
}

function valuesIn({ fields }: Entry, timezone: string): GivenValues {
	if (typeof (fields ?? {}) !== 'object' || Array.isArray(fields)) {
		throw inputError('fields', 'is not a set of fields', 'Write it like {"Provider": "..."}.');
	}
	return { values: withValues((fields ?? {}) as IDataObject), from: 'fields', timezone };
}

export const clearIn = ({ clear }: Entry): string[] => textList(clear, 'clear');

/** Turns each entry into another, one after the other. */
export async function inOrder<Entry, Result>(
	entries: readonly Entry[],
	turn: (entry: Entry) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	for (const entry of entries) results.push(await turn(entry));
	return results;
}

/** Rows for what NinjaOne answers to many at once. */
export async function shownAll(caller: Caller, answer: unknown): Promise<IDataObject[]> {
	const fields = await fieldsByTemplate(caller);
	const fieldsOf = ({ documentTemplateId }: IDataObject): FieldDefinition[] =>
		fields.get(documentTemplateId) ?? [];
	return changedRows(answer, []).map((row) => shownDocument(fieldsOf(row), row, afterChange));
}

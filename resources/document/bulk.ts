import type { IDataObject } from 'n8n-workflow';
import { organizations } from '../../api/endpoints/organizations';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import type { Endpoint } from '../../api/endpoint';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import type { GivenValues } from '../../api/typedFields/values';
import { isEmpty, type Field } from '../../operations/field';
import { jsonList } from '../../operations/json';
import { withValues } from '../../operations/mapper';
import type { Caller } from '../../operations/operation';
import { plainText } from '../../operations/plainText';
import { findRecord, type RecordList } from '../../operations/recordList';
import { idOrName } from '../../operations/reference';
import { changedRows } from '../fields/answers';
import { readFilesIn, uploadEndpoints } from '../fields/attachmentValues';
import { documentTemplateList } from '../fields/documentTemplates';
import { organizationList } from '../fields/organizations';
import { afterChange, shownDocument } from './show';
import { fieldsByTemplate } from './template';
import type { Prepared, Wish } from './write';

export type Entry = Record<string, unknown>;

/** A list of documents as the user wrote it, and in which time zone its times are meant. */
export interface Entries {
	entries: Entry[];
	timezone: string;
}

/** What an operation on such a list declares besides its requests for documents. */
export const bulkEndpoints = [documentTemplates.list, organizations.list, ...uploadEndpoints];

/** Documents in one parameter, as JSON. */
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

const idIn = async (
	{ rowsOnce: rows }: Caller,
	entry: Entry,
	name: string,
	[list, label]: readonly [RecordList, string],
) => await findRecord(list, idOrName(entry[name], name), { rows, label });

const inOrganizations = [organizationList, 'Organization'] as const;
const inTemplates = [documentTemplateList, 'Template'] as const;

/** The organization that an entry names, by ID or by name. */
export const organizationIdIn = async (caller: Caller, entry: Entry) =>
	await idIn(caller, entry, 'organization', inOrganizations);

/** The template that an entry names, by ID or by name. */
export const templateIdIn = async (caller: Caller, entry: Entry) =>
	await idIn(caller, entry, 'template', inTemplates);

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

/** A document that was checked, files and all. */
interface Checked {
	/** Which document it is, and what NinjaOne is sent about it besides its fields. */
	document: IDataObject;
	/** Uploads its files; the fields with what refers to them. */
	upload: () => Promise<Record<string, unknown>>;
	secrets: string[];
}

/** @param which what NinjaOne knows the document by */
export const checkedDocument = async (
	caller: Caller,
	which: IDataObject,
	{ body: { fields, ...named }, secrets }: Prepared,
): Promise<Checked> => ({
	document: { ...which, ...named },
	upload: await readFilesIn(caller, 'DOCUMENT', fields),
	secrets,
});

/** Sends all documents in one request. */
export async function sendAll(
	caller: Caller,
	endpoint: Endpoint,
	checked: readonly Checked[],
): Promise<IDataObject[]> {
	const body: IDataObject[] = [];
	for (const { document, upload } of checked) {
		body.push({ ...document, fields: (await upload()) as IDataObject });
	}
	const secrets = checked.flatMap((each) => each.secrets);
	const answer = await caller.send(call(endpoint, { body, secrets }));
	const fields = await fieldsByTemplate(caller);
	return changedRows(answer, []).map((row) =>
		shownDocument(fields.get(row.documentTemplateId) ?? [], row, afterChange),
	);
}

/** Remembers the place of each document in the list; gives the first place of one that is there twice. */
export function places<Key>() {
	const first = new Map<Key, number>();
	return (key: Key, place: number): number | undefined => {
		const before = first.get(key);
		if (before === undefined) first.set(key, place);
		return before;
	};
}

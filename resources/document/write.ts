import type { IDataObject } from 'n8n-workflow';
import { documents } from '../../api/endpoints/documents';
import { inputError } from '../../api/errors';
import { call, type Call } from '../../api/request';
import { encodeValues, type EncodedValues, type GivenValues } from '../../api/typedFields/values';
import { optionalText } from '../../operations/fields';
import { idIn } from '../../operations/idIn';
import type { Caller } from '../../operations/operation';
import { withFiles } from '../fields/attachmentValues';
import { afterChange, shownDocument } from './show';
import type { Template } from './template';

/** What a user may say about a document. */
export interface Wish {
	name?: string;
	description?: string;
	fields: GivenValues;
}

export const descriptionField = () =>
	optionalText({
		displayName: 'Description',
		description: 'What the document is about; without one, the description stays as it is',
	});

/** What NinjaOne is sent about a document. */
export interface Body {
	documentName?: string;
	documentDescription?: string;
	fields: Record<string, unknown>;
}

export interface Prepared {
	body: Body;
	secrets: string[];
	ignored: string[];
}

/**
 * A new document, checked.
 * @throws NinjaOneError that names all problems of its fields, also those that are required and missing
 */
export function newDocument(template: Template, { name, description, fields }: Wish): Prepared {
	return prepared(encodeValues(template.fields, fields, [], true), {
		documentName: nameFor(template, name),
		documentDescription: description,
	});
}

/** A change of a document, checked. */
export const changedDocument = (
	template: Pick<Template, 'fields'>,
	{ name, description, fields }: Wish,
	clear: readonly string[] = [],
): Prepared =>
	prepared(encodeValues(template.fields, fields, clear), {
		documentName: name,
		documentDescription: description,
	});

const prepared = (
	{ fields, secrets, ignored }: EncodedValues,
	named: Omit<Body, 'fields'>,
): Prepared => ({ body: { ...named, fields }, secrets, ignored });

/** NinjaOne names the one document of an organization after its template. */
export function nameFor({ name, isSingle }: Template, given: string | undefined): string {
	if (given !== undefined) return given;
	if (isSingle) return name;
	throw inputError('Name', 'is empty', 'Give the document a name. Nothing was sent.');
}

export const isEmptyChange = ({ body: { documentName, documentDescription, fields } }: Prepared) =>
	documentName === undefined &&
	documentDescription === undefined &&
	Object.keys(fields).length === 0;

/** Creates a document; the row that comes out. */
export const sendNew = async (
	caller: Caller,
	organizationId: number,
	template: Template,
	prepared: Prepared,
): Promise<IDataObject> =>
	await send(caller, template, prepared, (content) => {
		const path = { organizationId, documentTemplateId: template.id };
		return call(documents.create, { path, ...content });
	});

/** Changes a document that was found; the row that comes out. */
export const sendChange = async (
	caller: Caller,
	row: IDataObject,
	template: Template,
	prepared: Prepared,
): Promise<IDataObject> =>
	await send(caller, template, prepared, (content) => {
		const path = {
			organizationId: idIn(row, 'the document', 'organizationId'),
			clientDocumentId: idIn(row, 'the document', 'documentId'),
		};
		return call(documents.update, { path, ...content });
	});

/** Uploads the files among the values first. */
async function send(
	caller: Caller,
	{ fields: definitions }: Template,
	{ body, secrets, ignored }: Prepared,
	order: (content: { body: Body; secrets: string[] }) => Call<'record'>,
): Promise<IDataObject> {
	const fields = await withFiles(caller, 'DOCUMENT', body.fields);
	const answer = await caller.send(order({ body: { ...body, fields }, secrets }));
	return {
		...shownDocument(definitions, answer, afterChange),
		...(ignored.length > 0 ? { ignoredColumns: ignored } : {}),
	};
}

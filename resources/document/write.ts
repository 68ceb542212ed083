import type { IDataObject } from 'n8n-workflow';
import { documents } from '../../api/endpoints/documents';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
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
 * @throws NinjaOneError that tells all problems of its fields, also those that are required and missing
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

const withUploads = async (caller: Caller, body: Body): Promise<Body> => ({
	...body,
	fields: await withFiles(caller, 'DOCUMENT', body.fields),
});

/** Creates a document; the row that comes out. */
export async function sendNew(
	caller: Caller,
	organizationId: number,
	template: Template,
	{ body: prepared, secrets, ignored }: Prepared,
): Promise<IDataObject> {
	const path = { organizationId, documentTemplateId: template.id };
	const body = await withUploads(caller, prepared);
	const answer = await caller.send(call(documents.create, { path, body, secrets }));
	return written(template, answer, ignored);
}

/** Changes a document that was found; the row that comes out. */
export async function sendChange(
	caller: Caller,
	row: IDataObject,
	template: Template,
	{ body: prepared, secrets, ignored }: Prepared,
): Promise<IDataObject> {
	const path = {
		organizationId: idIn(row, 'the document', 'organizationId'),
		clientDocumentId: idIn(row, 'the document', 'documentId'),
	};
	const body = await withUploads(caller, prepared);
	const answer = await caller.send(call(documents.update, { path, body, secrets }));
	return written(template, answer, ignored);
}

const written = ({ fields }: Template, answer: unknown, ignored: string[]): IDataObject => ({
	...shownDocument(fields, answer as IDataObject, afterChange),
	...(ignored.length > 0 ? { ignoredColumns: ignored } : {}),
});

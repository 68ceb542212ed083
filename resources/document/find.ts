import type { IDataObject } from 'n8n-workflow';
import { documents } from '../../api/endpoints/documents';
import { organizations } from '../../api/endpoints/organizations';
import { documentPicker } from './editor';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import type { Caller } from '../../operations/operation';
import { idOf } from '../fields/interim';
import { reference, type Reference } from '../../operations/reference';

/** A document by name or ID. Needs `documents` and `organizations`. */
export const documentReference = () =>
	reference({
		displayName: 'Document',
		description: 'The document: picked from the list, or given by its name or ID',
		picker: documentPicker,
		example: '3501',
	});

/** What an organization to look in is good for. */
export const organizationHelp =
	'The organization whose document it is: tells documents of one name apart';

/** Where documents are looked for; all of them where nothing is said. */
export interface Scope {
	organizationId?: number;
	templateId?: number;
}

const nameOf = ({ documentName }: IDataObject) => documentName;
const documentIdOf = ({ documentId }: IDataObject) => documentId as number;

/** Documents that are in use, read anew. */
export const readDocuments = async (
	caller: Caller,
	{ organizationId, templateId }: Scope,
): Promise<IDataObject[]> =>
	await caller.rows(
		call(documents.list, { query: { organizationIds: organizationId, templateIds: templateId } }),
	);

/**
 * The document that is meant, as NinjaOne lists it. A list is read once for all items of an execution.
 * @throws NinjaOneError for an ID that is not in the list, and for unknown and ambiguous names
 */
export async function findDocument(
	caller: Caller,
	given: Reference,
	scope: Scope,
): Promise<IDataObject> {
	const key = `documents ${scope.organizationId ?? ''}/${scope.templateId ?? ''}`;
	const rows = await caller.shared(key, async () => await readDocuments(caller, scope));
	return await pickDocument(caller, given, rows);
}

/** The one of these documents that is meant. */
export async function pickDocument(
	caller: Caller,
	given: Reference,
	rows: IDataObject[],
): Promise<IDataObject> {
	const nameOfOrganization = await organizationNames(caller, given, rows);
	const id = await idOf(given, {
		label: 'Document',
		rows: async () => await Promise.resolve(rows),
		names: (row) => [nameOf(row)],
		id: documentIdOf,
		about: ({ organizationId, documentTemplateName }) =>
			[nameOfOrganization(organizationId), documentTemplateName].filter(Boolean).join(', '),
	});
	const row = rows.find((each) => documentIdOf(each) === id);
	if (row) return row;
	throw inputError(
		'Document',
		`is ${id}, and NinjaOne lists no such document here`,
		'Check the ID, the organization and the template. Archived documents are not listed: restore it first.',
	);
}

/** Only documents of one name need the names of their organizations, to be told apart in a message. */
async function organizationNames(caller: Caller, given: Reference, rows: IDataObject[]) {
	const wanted = 'name' in given ? given.name.toLowerCase() : undefined;
	const alike = rows.filter((row) => String(nameOf(row)).toLowerCase() === wanted);
	if (alike.length < 2) return (id: unknown) => `organization ${String(id)}`;
	const all = await caller.rowsOnce(call(organizations.list));
	const names = new Map(all.map(({ id, name }) => [id, name]));
	return (id: unknown) => `organization ${String(names.get(id as number) ?? id)}`;
}

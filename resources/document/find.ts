import type { IDataObject } from 'n8n-workflow';
import { documents } from '../../api/endpoints/documents';
import { organizations } from '../../api/endpoints/organizations';
import { inputError } from '../../api/errors';
import type { Rows } from '../../api/list';
import { call } from '../../api/request';
import type { Field, Values } from '../../operations/field';
import { idNamed, recordsNamed } from '../../operations/names';
import { reference, type Reference } from '../../operations/reference';
import { organizationNames } from '../fields/organizations';
import { documentPicker } from './editor';

/** Where documents are looked for; all of them where nothing is said. */
export interface Scope {
	organizationId?: number;
	templateId?: number;
}

/** What an organization to look in is good for. */
export const organizationHelp =
	'The organization whose document it is: tells documents of one name apart';

/**
 * A document by name or ID. It yields the document as NinjaOne lists it: there is no request for a single one.
 * @param needs the parameters that say where to look, of which `scopeOf` makes the scope
 */
export const foundDocument = (
	needs: readonly string[],
	scopeOf: (values: Values) => Scope,
): Field<IDataObject, Reference> => ({
	...reference({
		displayName: 'Document',
		description: 'The document: picked from the list, or given by its name or ID',
		picker: documentPicker,
		example: '3501',
	}),
	lookUp: {
		endpoints: [documents.list, organizations.list],
		needs,
		resolve: async (given, { rows, values }) =>
			await pickDocument(rows, given, await readDocuments(rows, scopeOf(values))),
		assume: (given) => ({ documentId: 'id' in given ? given.id : 1 }),
	},
});

/** Documents that are in use. */
export const readDocuments = async (
	rows: Rows,
	{ organizationId, templateId }: Scope,
): Promise<IDataObject[]> =>
	await rows(
		call(documents.list, { query: { organizationIds: organizationId, templateIds: templateId } }),
	);

const documentIdOf = ({ documentId }: IDataObject) => documentId as number;

/**
 * The one of these documents that is meant, as NinjaOne lists it.
 * @throws NinjaOneError for an ID that is not in the list, and for unknown and ambiguous names
 */
export async function pickDocument(
	rows: Rows,
	given: Reference,
	among: IDataObject[],
): Promise<IDataObject> {
	const id = 'id' in given ? given.id : await idOfNamed(rows, given.name, among);
	const row = among.find((each) => documentIdOf(each) === id);
	if (row) return row;
	throw inputError(
		'Document',
		`is ${id}, and NinjaOne lists no such document here`,
		'Check the ID, the organization and the template. Archived documents are not listed: restore it first.',
	);
}

const naming = {
	names: ({ documentName }: IDataObject) => [documentName],
	id: documentIdOf,
};

/** Only documents of one name need the names of their organizations, to differ in a message. */
async function idOfNamed(rows: Rows, name: string, among: IDataObject[]): Promise<number> {
	const isUnique = recordsNamed(among, name, naming).length < 2;
	const ownerNames = isUnique ? undefined : await organizationNames(rows);
	return idNamed(among, name, {
		...naming,
		label: 'Document',
		about: ({ organizationId, documentTemplateName }) =>
			[
				`organization ${String(ownerNames?.get(organizationId) ?? organizationId)}`,
				documentTemplateName,
			]
				.filter(Boolean)
				.join(', '),
	});
}

import type { IDataObject } from 'n8n-workflow';
import { documents } from '../../api/endpoints/documents';
import { inputError, NinjaOneError } from '../../api/errors';
import { checkEach, refuseUnknownNames } from '../../operations/checkEach';
import { isEmpty } from '../../operations/field';
import { operation, type Caller } from '../../operations/operation';
import { textList } from '../../operations/plainText';
import { idOrName } from '../../operations/reference';
import {
	bulkEndpoints,
	checkedDocument,
	documentEntries,
	organizationIdIn,
	places,
	sendAll,
	templateIdIn,
	wishIn,
	type Entries,
	type Entry,
} from './bulk';
import { pickDocument, readDocuments } from './find';
import { fieldsByTemplate } from './template';
import { changedDocument, isEmptyChange } from './write';

const example =
	'[{"document": 3501, "fields": {"Provider": "Example Fiber"}}, {"document": "Main line", "organization": "Acme", "clear": ["Portal"]}]';

const known = ['document', 'organization', 'template', 'name', 'description', 'fields', 'clear'];

export const updateMany = operation({
	name: 'Update Many',
	action: 'Update many documents',
	description:
		'Change many documents in one request. The list is checked as a whole before anything is sent; what is not named stays as it is.',
	endpoints: [documents.updateBulk, documents.list, ...bulkEndpoints],
	fields: {
		documents: documentEntries(
			`The changes as a JSON list. Each has document (by ID or name), organization and template where the name alone does not tell, name (the new one), description, fields with values by label or name, and clear with the fields to empty, such as ${example}.`,
			example,
		),
	},
	bulk: { what: 'documents', count: ({ documents }) => documents.entries.length },
	run: async (caller, { documents: given }) =>
		await sendAll(caller, documents.updateBulk, await checkedEntries(caller, given)),
});

async function checkedEntries(caller: Caller, { entries, timezone }: Entries) {
	const rows = await readDocuments(caller.rows, {});
	const fields = await fieldsByTemplate(caller);
	const placeOf = places<number>();
	return await checkEach(entries, 'Document', async (entry, place) => {
		refuseUnknownNames(entry, known);
		const given = idOrName(entry.document, 'document');
		const row = await pickDocument(caller.rowsOnce, given, await among(caller, rows, entry));
		const documentId = row.documentId as number;
		const first = placeOf(documentId, place);
		if (first !== undefined) {
			throw inputError('document', `is document ${documentId} once more, after document ${first}`);
		}
		const template = { fields: fields.get(row.documentTemplateId) ?? [] };
		const clear = textList(entry.clear, 'clear');
		const change = changedDocument(template, wishIn(entry, timezone), clear);
		if (isEmptyChange(change)) throw new NinjaOneError('has nothing to change');
		return await checkedDocument(caller, { documentId }, change);
	});
}

/** The documents of the organization and the template that an entry names. */
async function among(caller: Caller, rows: IDataObject[], entry: Entry): Promise<IDataObject[]> {
	const { organization, template } = entry;
	const organizationId = isEmpty(organization) ? undefined : await organizationIdIn(caller, entry);
	const templateId = isEmpty(template) ? undefined : await templateIdIn(caller, entry);
	return rows.filter(
		(row) =>
			(organizationId === undefined || row.organizationId === organizationId) &&
			(templateId === undefined || row.documentTemplateId === templateId),
	);
}

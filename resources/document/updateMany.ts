import type { IDataObject } from 'n8n-workflow';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { documents } from '../../api/endpoints/documents';
import { organizations } from '../../api/endpoints/organizations';
import { inputError, NinjaOneError } from '../../api/errors';
import { call } from '../../api/request';
import { checkEach, refuseStrangers } from '../../operations/checkEach';
import { operation, type Caller } from '../../operations/operation';
import { readFilesIn, uploadEndpoints } from '../fields/attachmentValues';
import { organizationIdOf } from '../fields/interim';
import {
	clearIn,
	documentEntries,
	inOrder,
	optionalReferenceIn,
	referenceIn,
	shownAll,
	wishIn,
	type Entries,
} from './bulk';
import { pickDocument, readDocuments } from './find';
import { fieldsByTemplate, templateIdOf } from './template';
import { changedDocument, isEmptyChange } from './write';

const example =
	'[{"document": 3501, "fields": {"Provider": "Example Fiber"}}, {"document": "Main line", "organization": "Acme", "clear": ["Portal"]}]';

export const updateMany = operation({
	name: 'Update Many',
	action: 'Update many documents',
	description:
		'Change many documents in one request. The list is checked as a whole before anything is sent; what is not named stays as it is.',
	endpoints: [
		documents.updateBulk,
		documents.list,
		documentTemplates.list,
		organizations.list,
		...uploadEndpoints,
	],
	fields: {
		documents: documentEntries(
			`The changes as a JSON list. Each has document (by ID or name), organization and template where the name alone does not tell, name (the new one), description, fields with values by label or name, and clear with the fields to empty, such as ${example}.`,
			example,
		),
	},
	bulk: { what: 'documents', count: ({ documents }) => documents.entries.length },
	async run(caller, { documents: given }) {
		const checked = await checkedEntries(caller, given);
		const body = await inOrder(checked, async ({ entry, upload }) => ({
			...entry,
			fields: await upload(),
		}));
		const secrets = checked.flatMap((each) => each.secrets);
		const answer = await caller.send(call(documents.updateBulk, { body, secrets }));
		return await shownAll(caller, answer);
	},
});

async function checkedEntries(caller: Caller, { entries, timezone }: Entries) {
	const rows = await readDocuments(caller, {});
	const fields = await fieldsByTemplate(caller);
	const seen = new Map<number, number>();
	return await checkEach(entries, 'Document', async (entry, place) => {
		refuseStrangers(entry, [
			'document',
			'organization',
			'template',
			'name',
			'description',
			'fields',
			'clear',
		]);
		const document = referenceIn(entry, 'document', timezone);
		const row = await pickDocument(caller, document, await among(caller, rows, entry, timezone));
		const documentId = row.documentId as number;
		refuseSecond(seen, documentId, place);
		const template = { fields: fields.get(row.documentTemplateId) ?? [] };
		const change = changedDocument(template, wishIn(entry, timezone), clearIn(entry));
		if (isEmptyChange(change)) throw new NinjaOneError('has nothing to change');
		const upload = await readFilesIn(caller, 'DOCUMENT', change.body.fields);
		return { entry: { documentId, ...change.body }, upload, secrets: change.secrets };
	});
}

/** The documents of the organization and the template that an entry names. */
async function among(
	caller: Caller,
	rows: IDataObject[],
	entry: Record<string, unknown>,
	timezone: string,
): Promise<IDataObject[]> {
	const organization = optionalReferenceIn(entry, 'organization', timezone);
	const template = optionalReferenceIn(entry, 'template', timezone);
	const organizationId = organization && (await organizationIdOf(caller, organization));
	const templateId = template && (await templateIdOf(caller, template));
	return rows.filter(
		(row) =>
			(organizationId === undefined || row.organizationId === organizationId) &&
			(templateId === undefined || row.documentTemplateId === templateId),
	);
}

function refuseSecond(seen: Map<number, number>, documentId: number, place: number): void {
	const first = seen.get(documentId);
	if (first !== undefined) {
		throw inputError('document', `is document ${documentId} once more, after document ${first}`);
	}
	seen.set(documentId, place);
}

import { documents as documentEndpoints } from '../../api/endpoints/documents';
import { inputError } from '../../api/errors';
import { checkEach, refuseUnknownNames } from '../../operations/checkEach';
import { operation, type Caller } from '../../operations/operation';
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
} from './bulk';
import { listedTemplateOf } from './template';
import { newDocument } from './write';

const example =
	'[{"organization": "Acme", "template": "Internet Line", "name": "Main line", "fields": {"Provider": "Example Fiber"}}]';

const known = ['organization', 'template', 'name', 'description', 'fields'];

export const createMany = operation({
	name: 'Create Many',
	action: 'Create many documents',
	description:
		'Create many documents in one request. The list is checked as a whole before anything is sent.',
	endpoints: [documentEndpoints.createBulk, ...bulkEndpoints],
	fields: {
		documents: documentEntries(
			`The documents as a JSON list. Each has organization and template (by name or ID), name, description, and fields with values by label or name, such as ${example}.`,
			example,
		),
	},
	bulk: { what: 'documents', count: ({ documents }) => documents.entries.length },
	run: async (caller, { documents }) =>
		await sendAll(caller, documentEndpoints.createBulk, await checkedEntries(caller, documents)),
});

async function checkedEntries(caller: Caller, { entries, timezone }: Entries) {
	const placeOf = places<string>();
	return await checkEach(entries, 'Document', async (entry, place) => {
		refuseUnknownNames(entry, known);
		const template = await listedTemplateOf(caller, await templateIdIn(caller, entry));
		const organizationId = await organizationIdIn(caller, entry);
		const { id, name, isSingle } = template;
		const first = isSingle ? placeOf(`${organizationId}/${id}`, place) : undefined;
		if (first !== undefined) {
			throw inputError(
				'template',
				`is "${name}", which allows one document per organization, and document ${first} is that one`,
			);
		}
		const which = { organizationId, documentTemplateId: id };
		return await checkedDocument(caller, which, newDocument(template, wishIn(entry, timezone)));
	});
}

import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { documents as documentEndpoints } from '../../api/endpoints/documents';
import { organizations } from '../../api/endpoints/organizations';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { checkEach, refuseStrangers } from '../../operations/checkEach';
import { operation, type Caller } from '../../operations/operation';
import { readFilesIn, uploadEndpoints } from '../fields/attachmentValues';
import { organizationIdOf } from '../fields/interim';
import { documentEntries, inOrder, referenceIn, shownAll, wishIn, type Entries } from './bulk';
import { listedTemplateOf, type Template } from './template';
import { newDocument } from './write';

const example =
	'[{"organization": "Acme", "template": "Internet Line", "name": "Main line", "fields": {"Provider": "Example Fiber"}}]';

export const createMany = operation({
	name: 'Create Many',
	action: 'Create many documents',
	description:
		'Create many documents in one request. The list is checked as a whole before anything is sent.',
	endpoints: [
		documentEndpoints.createBulk,
		documentTemplates.list,
		organizations.list,
		...uploadEndpoints,
	],
	fields: {
		documents: documentEntries(
			`The documents as a JSON list. Each has organization and template (by name or ID), name, description, and fields with values by label or name, such as ${example}.`,
			example,
		),
	},
	bulk: { what: 'documents', count: ({ documents }) => documents.entries.length },
	async run(caller, { documents }) {
		const checked = await checkedEntries(caller, documents);
		const body = await inOrder(checked, async ({ entry, upload }) => ({
			...entry,
			fields: await upload(),
		}));
		const secrets = checked.flatMap((each) => each.secrets);
		const answer = await caller.send(call(documentEndpoints.createBulk, { body, secrets }));
		return await shownAll(caller, answer);
	},
});

async function checkedEntries(caller: Caller, { entries, timezone }: Entries) {
	const single = new Map<string, number>();
	return await checkEach(entries, 'Document', async (entry, place) => {
		refuseStrangers(entry, ['organization', 'template', 'name', 'description', 'fields']);
		const template = await listedTemplateOf(caller, referenceIn(entry, 'template', timezone));
		const given = referenceIn(entry, 'organization', timezone);
		const organizationId = await organizationIdOf(caller, given);
		refuseSecond(single, template, { organizationId, place });
		const { body, secrets } = newDocument(template, wishIn(entry, timezone));
		const upload = await readFilesIn(caller, 'DOCUMENT', body.fields);
		return {
			entry: { organizationId, documentTemplateId: template.id, ...body },
			upload,
			secrets,
		};
	});
}

/** Of some templates an organization has one document at most. */
function refuseSecond(
	seen: Map<string, number>,
	{ id, name, isSingle }: Template,
	{ organizationId, place }: { organizationId: number; place: number },
): void {
	if (!isSingle) return;
	const key = `${organizationId}/${id}`;
	const first = seen.get(key);
	if (first === undefined) {
		seen.set(key, place);
		return;
	}
	throw inputError(
		'template',
		`is "${name}", which allows one document per organization, and document ${first} is that one`,
	);
}

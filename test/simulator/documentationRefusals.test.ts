import { type Session, startSession } from './client';

let session: Session;
beforeAll(async () => {
	session = await startSession();
});
afterAll(() => session.simulator.stop());

/** What must stay as it is. */
const everything = () => {
	const { contacts, users, documentation, activities } = session.simulator.state;
	const { templates, documents, folders, articles, checklists, checklistTemplates, relatedItems } =
		documentation;
	const tables = [contacts, users, templates, documents, folders, articles, checklists];
	const all = [...tables, checklistTemplates, relatedItems].map((table) => table.all());
	return JSON.stringify([...all, activities.lastId]);
};

const person = { organizationId: 1, firstName: 'Front', lastName: 'Desk' };
const endUser = { ...person, email: 'front.desk@example.com' };
const document = (fields: object) => ({
	documentName: 'A',
	fields: { provider: 'Example Fiber', ...fields },
});
const line = { organizationId: 1, documentTemplateId: 3101, ...document({}) };
const field = { fieldLabel: 'Rack', fieldName: 'rack', fieldType: 'TEXT' };
const template = (...fields: object[]) => ({ name: 'A', fields });
const checklist = { organizationId: 1, name: 'Move' };
const article = { name: 'Fine', destinationFolderPath: 'New' };
const relation = { relEntityType: 'NODE', relEntityId: 6 };
const secure = { name: 'Router', password: 'open sesame' };

type Row = [path: string, json: unknown, says: string | RegExp, status?: number];
const contact = (wish: object, says: string): Row => ['/v2/contacts', { ...person, ...wish }, says];
const value = (fields: object): Row => [
	'/v2/organization/1/template/3101/document',
	document(fields),
	Object.keys(fields)[0],
];
const checklists = (wish: object, says: string, status?: number): Row => [
	'/v2/organization/checklists',
	[checklist, { ...checklist, ...wish }],
	says,
	status,
];
const articles = (wish: object, says: string, status?: number): Row => [
	'/v2/knowledgebase/articles',
	[article, { name: 'B', ...wish }],
	says,
	status,
];

const rows: Record<'DELETE' | 'GET' | 'POST' | 'PUT' | 'PATCH', Row[]> = {
	GET: [
		['/v2/organization/documents?organizationIds=two', undefined, 'organizationIds'],
		['/v2/organization/documents?groupBy=NAME', undefined, 'groupBy'],
		['/v2/organization/checklist/99', undefined, 'checklist', 404],
		['/v2/knowledgebase/folder?organizationId=4', undefined, 'folder', 404],
		['/v2/related-items/with-entity/NODE/5?scope=BOTH', undefined, /scope|enum/],
		['/v2/related-items/6101/attachment/download', undefined, 'attachment', 404],
		['/v2/user/end-user/5001', undefined, 'end user', 404],
	],
	POST: [
		contact({ organizationId: 99 }, 'organizationId'),
		contact({ firstName: '' }, 'firstName'),
		contact({ lastName: 'x'.repeat(151) }, '150'),
		contact({ name: 'Desk' }, '"name"'),
		['/v2/user/end-users', { ...endUser, organizationId: 99 }, 'organizationId'],
		['/v2/user/end-users', person, 'email'],
		['/v2/user/end-users', { ...endUser, name: 'Desk' }, '"name"'],

		...[
			{ colour: 'red' },
			{ provider: null },
			{ provider: 'x'.repeat(51) },
			{ bandwidth: '500' },
			{ bandwidth: 1.5 },
			{ failover: 'true' },
			{ contractEnd: '2026-06-15' },
			{ lineType: 'Fiber' },
			{ services: 'Telephony' },
			{ notes: 'Call first' },
			{ gateway: 'gateway' },
			{ portal: 'portal' },
			{ support: 'help' },
			{ lineNumber: 'L-1' },
			{ internalRating: 1 },
		].map(value),
		['/v2/organization/1/template/3101/document', { documentName: 'A' }, 'provider'],
		['/v2/organization/1/template/3101/document', { fields: { provider: 'A' } }, 'documentName'],
		['/v2/organization/1/template/3101/document', { ...document({}), size: 1 }, '"size"'],
		['/v2/organization/99/template/3101/document', document({}), 'organization', 404],
		['/v2/organization/1/template/99/document', document({}), 'document template', 404],
		['/v2/organization/1/template/3104/document', document({}), 'archived'],
		['/v2/organization/1/template/3102/document', {}, 'already'],
		['/v2/organization/documents', [line, { ...line, fields: {} }], 'provider'],
		['/v2/organization/2/document/3501', {}, 'document', 404],
		['/v2/organization/1/document/99', {}, 'document', 404],
		['/v2/organization/1/document/3501', { fields: { plan: { contentId: 'none' } } }, 'none'],

		['/v2/document-templates', { name: 'Internet Line' }, 'exists already'],
		['/v2/document-templates', { fields: [] }, 'name'],
		['/v2/document-templates', template({ ...field, size: 1 }), '"size"'],
		['/v2/document-templates', template({ ...field, fieldType: 'COLOUR' }), 'fieldType'],
		['/v2/document-templates', template({ fieldName: 'rack' }), 'fieldLabel'],
		['/v2/document-templates', template(field, field), 'twice'],
		['/v2/document-templates/archive', [3102, 1], 'document template', 404],
		['/v2/document-templates/3104/restore', undefined, 'exists already'],

		['/v2/checklist/templates', [checklist, checklist], 'organizationId'],
		['/v2/checklist/templates', [{ name: 'A' }, { name: 'A' }], 'exists already'],
		['/v2/checklist/templates', [{ name: 'New organization' }], 'exists already'],
		checklists({ organizationId: 99 }, 'organization', 404),
		checklists({ assignedToUserId: 99 }, 'user', 404),
		checklists({ name: undefined }, 'name'),
		checklists({ tasks: [{}] }, 'name'),
		checklists({ tasks: [{ name: 'A', done: true }] }, '"done"'),
		['/v2/organization/2/checklists-from-templates', [99], 'checklist template', 404],
		['/v2/organization/archive', { organizationIds: [1] }, /organizationIds|clientChecklistIds/],

		articles({ name: undefined }, 'name'),
		articles({ folder: 'A' }, '"folder"'),
		articles({ organizationId: 99 }, 'organization', 404),
		articles({ destinationFolderId: 99 }, 'folder', 404),
		articles({ organizationId: 2, destinationFolderId: 4104 }, 'does not belong'),
		articles({ destinationFolderId: 4102, destinationFolderPath: 'A' }, 'Only one'),

		['/v2/related-items/entity/TECHNICIAN/5002/relation', relation, 'enum'],
		['/v2/related-items/entity/NODE/999/relation', relation, 'node', 404],
		['/v2/related-items/entity/NODE/6/relation', relation, 'itself'],
		['/v2/related-items/entity/NODE/5/relation', { ...relation, relEntityType: 'X' }, 'enum'],
		['/v2/related-items/entity/NODE/5/relation', { ...relation, note: 'x' }, '"note"'],
		[
			'/v2/related-items/entity/NODE/5/relations',
			[relation, { ...relation, relEntityId: 999 }],
			'node',
			404,
		],
		['/v2/related-items/entity/NODE/5/secure', { ...secure, pin: '1' }, '"pin"'],
	],
	PUT: [
		['/v2/checklist/templates', [{ id: 9, name: 'A' }], 'checklist template', 404],
		['/v2/checklist/templates', [{ id: 4802, name: 'New organization' }], 'exists already'],
		['/v2/organization/checklists', [{ checklistId: 99, name: 'Move' }], 'checklist', 404],
		[
			'/v2/organization/checklists',
			[{ checklistId: 4601, name: 'Move', tasks: [{ id: 1, name: 'A' }] }],
			'no task 1',
		],
		['/v2/document-templates/3101', { allowMultiple: false }, '"allowMultiple"'],
		['/v2/document-templates/3101', { name: 'Site Summary' }, 'exists already'],
		['/v2/document-templates/3101', template({ ...field, fieldName: 'provider' }), 'fieldId'],
		['/v2/document-templates/3101', { fields: [{ fieldId: 1 }] }, 'no field 1'],
	],
	PATCH: [
		['/v2/user/end-user/5009', { email: endUser.email }, '"email"'],
		[
			'/v2/organization/documents',
			[
				{ documentId: 3502, fields: { bandwidth: 42 } },
				{ documentId: 3502, fields: { bandwidth: 'x' } },
			],
			'bandwidth',
		],
		['/v2/knowledgebase/articles', [{ id: 99, name: 'A' }], 'article', 404],
		...(
			[
				[{ folderIds: [4102], destinationFolderId: 4102 }, 'into itself'],
				[{ folderIds: [4102] }, 'required'],
				[{ folderIds: [4101], destinationFolderId: 4102 }, 'root folder'],
				[{ folderIds: [4102], destinationFolderId: 99 }, 'folder', 404],
				[{ articleIds: [1], destinationFolderId: 4102 }, '"articleIds"'],
			] as const
		).map(([json, says, status]): Row => ['/v2/knowledgebase/folders/move', json, says, status]),
	],
	DELETE: [
		['/v2/organization/document/3501', undefined, 'is not archived'],
		['/v2/document-templates/3101', undefined, 'is not archived'],
	],
};
const calls = Object.entries(rows).flatMap(([method, some]) =>
	some.map(([path, json, says, status = 400]) => ({ method, path, json, says, status })),
);

it.each(calls)(
	'$method $path $json is refused with $status, and changes nothing',
	async ({ method, path, json, says, status }) => {
		const before = everything();
		const call = { method: method as 'POST', json };
		const answer = await session.call<{ errorMessage: string }>(path, call);
		expect([answer.status, answer.body.errorMessage]).toEqual([
			status,
			expect.stringMatching(says) as string,
		]);
		expect(everything()).toBe(before);
	},
);

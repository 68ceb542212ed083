import type { DocumentItem, DocumentTemplate } from '../../contracts';
import { eachTest } from './client';

const session = eachTest();
const base = '/v2/document-templates';
const list = (query = '') => session().get<DocumentTemplate[]>(`${base}${query}`);
const send = <Body = DocumentTemplate & { errorMessage: string; resultCode: string }>(
	method: 'GET' | 'POST' | 'PUT' | 'DELETE',
	path: string,
	json?: unknown,
) => session().call<Body>(`${base}${path}`, { method, json });
const fieldIn = ({ fields }: DocumentTemplate, name: string) =>
	fields.find(({ fieldName }) => fieldName === name) as DocumentItem;

const field = { fieldLabel: 'Rack', fieldName: 'rack', fieldType: 'TEXT' };
const newTemplate = {
	name: 'Server Room',
	fields: [
		{ uiElementType: 'TITLE', uiElementName: 'Where' },
		field,
		{
			fieldLabel: 'Cooling',
			fieldName: 'cooling',
			fieldType: 'DROPDOWN',
			fieldContent: { required: true, values: [{ name: 'Air' }, { name: 'Water' }] },
		},
	],
};

describe('document templates', () => {
	it('are listed with archived ones, two of them by the same name', async () => {
		const lines = await list('?templateName=internet');
		expect(lines.map(({ name, archived }) => [name, archived])).toEqual([
			['Internet Line', false],
			['Internet Line', true],
		]);
	});

	it('say which technicians may use them only when asked', async () => {
		const path = '/3103';
		expect((await send('GET', path)).body).not.toHaveProperty('allowedTechnicianRoles');
		const { body } = await send('GET', `${path}?includeTechnicianRoles=true`);
		expect(body.allowedTechnicianRoles).toEqual([1]);
	});
});

describe('a new document template', () => {
	it('has its fields with ids, options with ids, and what the API may do', async () => {
		const { status, body } = await send('POST', '', newTemplate);
		expect(status).toBe(200);
		expect(body).toMatchObject({ name: 'Server Room', allowMultiple: true, archived: false });
		expect(body.fields[0]).toHaveProperty('uiElementUid');
		expect(fieldIn(body, 'rack')).toMatchObject({ fieldApiPermission: 'NONE' });
		const { fieldContent } = fieldIn(body, 'cooling');
		expect(fieldContent?.values?.map(({ name, active }) => [name, active])).toEqual([
			['Air', true],
			['Water', true],
		]);
		const { allowedTechnicianRoles, ...shown } = body;
		expect(allowedTechnicianRoles).toEqual([]);
		expect((await send('GET', `/${body.id}`)).body).toEqual(shown);
	});
});

describe('an update of a document template', () => {
	it('takes the whole list of fields, and what is left out is gone with its values', async () => {
		const template = (await send('GET', '/3101')).body;
		const provider = fieldIn(template, 'provider');
		const { createdTime, updatedTime, ...kept } = provider;
		const answer = await send('PUT', '/3101', { fields: [{ ...kept, fieldLabel: 'ISP' }, field] });
		expect(answer.status).toBe(200);
		expect(answer.body.fields.map(({ fieldLabel }) => fieldLabel)).toEqual(['ISP', 'Rack']);
		expect(fieldIn(answer.body, 'provider')).toMatchObject({
			fieldId: provider.fieldId,
			createdTime,
			fieldContent: { required: true },
		});
		expect(updatedTime).toBeLessThan(answer.body.updateTime);
		const documents = await session().get<Array<{ fields: Array<{ name: string }> }>>(
			'/v2/organization/documents?templateIds=3101',
		);
		const names = documents.flatMap(({ fields }) => fields.map(({ name }) => name));
		expect(new Set(names)).toEqual(new Set(['provider']));
	});

	it('keeps the options that are named by their id', async () => {
		const { fieldId, fieldContent } = fieldIn((await send('GET', '/3103')).body, 'criticality');
		const [low] = fieldContent?.values ?? [];
		const values = [{ ...low, active: false }, { name: 'Extreme' }];
		const { body } = await send('PUT', '/3103', {
			fields: [{ fieldId, fieldContent: { values } }],
		});
		const options = fieldIn(body, 'criticality').fieldContent?.values;
		expect(options).toEqual([
			{ ...low, active: false },
			{ id: expect.any(String), name: 'Extreme', active: true },
		]);
	});
});

describe('the archive of document templates', () => {
	it('takes one in and gives it back', async () => {
		expect((await send('POST', '/3103/archive')).status).toBe(204);
		expect((await send('GET', '/3103')).body).toMatchObject({
			archived: true,
			archivedBy: { id: 5001, deleted: false },
		});
		const restored = await send('POST', '/3103/restore');
		expect(restored.body.archived).toBe(false);
		expect(restored.body).not.toHaveProperty('archivedTime');
	});

	it('takes several in, or none when one is missing', async () => {
		expect((await send('POST', '/archive', [3102, 1])).body.resultCode).toBe(
			'document_template_not_found',
		);
		expect((await send('GET', '/3102')).body.archived).toBe(false);
		expect((await send('POST', '/archive', [3102, 3103])).status).toBe(204);
		expect((await send('POST', '/restore', [3102, 3103])).body).toMatchObject({ id: 3102 });
		expect((await send('GET', '/3103')).body.archived).toBe(false);
	});

	it('does not give back a name that another has', async () => {
		expect((await send('POST', '/3104/restore')).status).toBe(400);
		await send('POST', '/3101/archive');
		expect((await send('POST', '/restore', [3101, 3104])).status).toBe(400);
		expect((await send('GET', '/3101')).body.archived).toBe(true);
		expect((await send('POST', '/3104/restore')).status).toBe(200);
	});

	it('alone lets a template be deleted, and its documents with it', async () => {
		expect((await send('DELETE', '/3101')).status).toBe(400);
		await send('POST', '/3101/archive');
		expect((await send('DELETE', '/3101')).status).toBe(204);
		expect((await send('GET', '/3101')).body.resultCode).toBe('document_template_not_found');
		expect(await session().get('/v2/organization/documents?templateIds=3101')).toEqual([]);
	});
});

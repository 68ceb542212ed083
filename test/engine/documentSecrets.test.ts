import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { runNode } from '../harness/engine';
import { byId, credential, ninjaOne } from '../harness/nock';

const value = 'a secret that must not be seen';
const code = 'totp that must not be seen';

const template = {
	id: 5,
	name: 'Account',
	allowMultiple: true,
	archived: false,
	fields: [
		{
			fieldName: 'login',
			fieldLabel: 'Login',
			fieldType: 'TEXT',
			fieldApiPermission: 'READ_WRITE',
		},
		{
			fieldName: 'password',
			fieldLabel: 'Password',
			fieldType: 'TEXT_ENCRYPTED',
			fieldApiPermission: 'READ_WRITE',
			fieldContent: { advancedSettings: { maxCharacters: 40 } },
		},
		{ fieldName: 'otp', fieldLabel: 'Code', fieldType: 'TOTP', fieldApiPermission: 'READ_WRITE' },
	],
};
const list = [
	{ name: 'login', value: 'admin' },
	{ name: 'password', value },
	{ name: 'otp', value: code },
];
const document = {
	documentId: 7,
	documentName: 'Router',
	documentTemplateId: 5,
	organizationId: 1,
	fields: list,
};

const run = async (operation: string, parameters: IDataObject) =>
	await runNode({
		parameters: { resource: 'document', operation, ...parameters } as never,
		items: [{ secret: value }],
		credential,
	});
/** A document whose secret comes from the input item: what stands in the node itself is no secret. */
const given = (values: IDataObject) => ({
	organizationId: byId(1),
	templateId: byId(5),
	documentId: byId(7),
	name: 'Router',
	fields: { mappingMode: 'defineBelow', value: values },
});
const fromItem = '={{ $json.secret }}';

/** NinjaOne with one document, whose secrets it tells. */
function answering() {
	const scope = ninjaOne();
	scope.persist().get('/v2/document-templates').reply(200, [template]);
	scope.persist().get('/v2/document-templates/5').reply(200, template);
	scope.persist().get('/v2/organization/documents').query(true).reply(200, [document]);
	return scope;
}

/** All that n8n would keep of what the node did. */
const traces = ({ run: { data } }: Awaited<ReturnType<typeof runNode>>) =>
	JSON.stringify(data.resultData);

afterEach(() => nock.cleanAll());

describe('secure values of documents', () => {
	it.each([
		['getMany', { returnAll: true }],
		['getMany', { returnAll: true, values: 'raw' }],
		['get', { documentId: byId(7) }],
	])('stay out of what %s gives (%j)', async (operation, parameters) => {
		answering();
		const result = await run(operation, parameters);
		expect(result.json[0]).toMatchObject({ values: { login: 'admin' } });
		expect(result.json[0].fields).toEqual([{ name: 'login', value: 'admin' }]);
		expect(traces(result)).not.toMatch(/must not be seen/);
	});

	it.each(['getMany', 'get'])(
		'come out of %s in a place of their own on demand',
		async (operation) => {
			answering();
			const { json } = await run(operation, { documentId: byId(7), reveal: true });
			const { secureValues, ...others } = json[0];
			expect(secureValues).toEqual({ password: value, otp: code });
			expect(JSON.stringify(others)).not.toMatch(/must not be seen/);
		},
	);

	it.each(['={{ true }}', '={{ $fromAI("reveal", "", "boolean") }}'])(
		'cannot be demanded by an expression: %s',
		async (reveal) => {
			const asked = answering();
			const { error, json } = await run('getMany', { reveal });
			expect(error?.message).toMatch(/"Reveal Secure Values" cannot be set by an expression/);
			expect(json).toEqual([]);
			expect(asked.isDone()).toBe(false);
		},
	);

	it('of a template that NinjaOne does not list stay out, too', async () => {
		const scope = ninjaOne();
		scope.get('/v2/document-templates').reply(200, []);
		scope.get('/v2/organization/documents').query(true).reply(200, [document]);
		const result = await run('getMany', { returnAll: true });
		expect(result.json[0]).toMatchObject({ fields: [], values: {} });
		expect(traces(result)).not.toMatch(/must not be seen/);
	});

	it.each([
		['create', '/v2/organization/1/template/5/document', document],
		['update', '/v2/organization/1/document/7', { ...document, updatedFields: list }],
	])('are sent by %s, and its answer does not repeat them', async (operation, path, answer) => {
		const scope = answering();
		let body: IDataObject = {};
		scope
			.post(path, (sent: IDataObject) => {
				body = sent;
				return true;
			})
			.reply(200, operation === 'update' ? { ...answer, fields: undefined } : answer);
		const result = await run(operation, given({ login: 'admin', password: fromItem }));
		expect(result.error).toBeUndefined();
		expect(body.fields).toEqual({ login: 'admin', password: value });
		expect(result.json[0].values).toEqual({ login: 'admin' });
		expect(traces(result)).not.toMatch(/must not be seen/);
	});

	it('are hidden in dry runs', async () => {
		answering();
		for (const [operation, parameters] of [
			['create', given({ login: 'admin', password: fromItem })],
			['update', given({ password: fromItem })],
			['createOrUpdate', given({ password: fromItem })],
			[
				'createMany',
				{
					documents: `={{ [{ organization: 1, template: 5, name: 'X', fields: { password: $json.secret } }] }}`,
				},
			],
			['updateMany', { documents: '={{ [{ document: 7, fields: { Password: $json.secret } }] }}' }],
		] as const) {
			const result = await run(operation, { ...parameters, options: { dryRun: true } });
			expect(result.json[0]).toMatchObject({ dryRun: true });
			expect(result.json[0].body).toContain('[hidden]');
			expect(traces(result)).not.toMatch(/must not be seen/);
		}
	});

	it('are hidden where NinjaOne repeats them in a refusal, and not shown where they are too long', async () => {
		answering()
			.post('/v2/organization/1/template/5/document')
			.reply(400, { resultCode: 'FAILURE', errorMessage: `Bad value "${value}"` });
		const refused = await run('create', given({ password: fromItem }));
		expect(refused.error?.message).toContain('[hidden]');
		expect(traces(refused)).not.toMatch(/must not be seen/);
		const long = await run('create', given({ password: '={{ $json.secret }}, and more of it' }));
		expect(long.error?.message).toMatch(/Field "Password" takes at most 40 characters/);
		expect(traces(long)).not.toMatch(/must not be seen/);
	});
});

import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 60, organizations: 3 });

const run = async (operation: string, parameters: IDataObject, items?: IDataObject[]) =>
	await runNode({
		parameters: { resource: 'document', operation, ...parameters } as never,
		credential: credentialFor(simulator),
		...(items ? { items } : {}),
	});
const byId = (value: unknown) => ({ __rl: true, mode: 'id', value });
const map = (value: IDataObject) => ({ mappingMode: 'defineBelow', value });

const documents = () => simulator.state.documentation.documents;
const named = (name: string) =>
	documents()
		.all()
		.filter((document) => document.name === name);
const organization = (id: number) => simulator.state.organizations.get(id)?.name as string;
const sent = () =>
	simulator.requests.matching({ path: /^\/v2\// }).filter(({ method }) => method !== 'GET');

const line = 3101;

describe('many documents', () => {
	it('are created by one request, with one reading of each list', async () => {
		const wishes = Array.from({ length: 50 }, (_, at) => ({
			organization: at % 2 === 0 ? organization(1) : 2,
			template: at % 3 === 0 ? 'internet line' : line,
			name: `Bulk ${at}`,
			fields: { Provider: 'Example Fiber', 'Kind of line': 'DSL', bandwidth: at },
		}));
		const { json, error } = await run('createMany', { documents: JSON.stringify(wishes) });
		expect(error).toBeUndefined();
		expect(json).toHaveLength(50);
		expect(json[7]).toMatchObject({
			documentName: 'Bulk 7',
			organizationId: 2,
			values: { provider: 'Example Fiber', lineType: 'DSL', bandwidth: 7 },
		});
		expect(named('Bulk 49')[0].values.bandwidth.value).toBe(49);
		expect(sent().map(({ path }) => path)).toEqual(['/v2/organization/documents']);
		expect(simulator.requests.matching({ method: 'GET', path: /^\/v2\// })).toHaveLength(2);
	});

	it('with mistakes are refused with all of them and their places, and none is sent', async () => {
		const good = { organization: 1, template: line, name: 'X', fields: { Provider: 'Y' } };
		const { error } = await run('createMany', {
			documents: [
				good,
				{ ...good, fields: { 'Kind of line': 'Radio' } },
				{ ...good, organization: 'Nobody Ltd' },
				{ ...good, titel: 'Misspelled' },
				{ ...good, template: 3102 },
				{ ...good, name: '' },
				{ organization: 1, template: 3102 },
				{ organization: 1, template: 3102 },
			],
		});
		expect(error?.message).toMatch(/^Document 2: Field "Kind of line" does not offer "Radio"/);
		expect(error?.message).toMatch(/Document 2: .*Field "Provider" is required/);
		expect(error?.message).toMatch(/Document 3: Parameter "Organization" is "Nobody Ltd"/);
		expect(error?.message).toMatch(/Document 4: "titel" is not known here/);
		expect(error?.message).toMatch(/Document 5: Field "Provider" does not exist/);
		expect(error?.message).toMatch(/Document 6: Parameter "Name" is empty/);
		expect(error?.message).toMatch(/Document 8: .*document 5 is that one|Document 8: .*document 7/);
		expect(error?.message).not.toMatch(/Document 1:/);
		expect(sent()).toEqual([]);
	});

	it.each([
		['nothing', '[]', /"Documents" is empty/],
		['no list', '"text"', /"Documents" is not a JSON list of objects/],
		['no JSON', '[{', /"Documents" is not valid JSON/],
	])('given as %s are refused', async (_, given, message) => {
		const { error } = await run('createMany', { documents: given });
		expect(error?.message).toMatch(message);
		expect(sent()).toEqual([]);
	});

	it('are updated by one request: what is not named stays', async () => {
		const before = structuredClone(documents().get(3504)!);
		const { json, error } = await run('updateMany', {
			documents: [
				{ document: 3504, fields: { Provider: 'Example Cable' }, clear: ['portal'] },
				{ document: 'Main line', organization: organization(1), name: 'First line' },
			],
		});
		expect(error).toBeUndefined();
		expect(json.map(({ documentId }) => documentId)).toEqual([3504, 3502]);
		const { provider, portal, ...others } = before.values;
		expect([provider, portal].every(Boolean)).toBe(true);
		expect(documents().get(3504)?.values).toMatchObject(others);
		expect(documents().get(3504)?.values.portal).toBeUndefined();
		expect(documents().get(3502)?.name).toBe('First line');
		expect(sent()).toHaveLength(1);
	});

	it('are not updated where one of them is wrong', async () => {
		const { error } = await run('updateMany', {
			documents: [
				{ document: 3504, name: 'Good' },
				{ document: 3504, name: 'Again' },
				{ document: 3500, name: 'Archived' },
				{ document: 3506 },
				{ document: 3507, fields: { lineNumber: 'X' } },
				{ document: 'No such line', name: 'X' },
			],
		});
		expect(error?.message).toMatch(/Document 2: .*is document 3504 once more, after document 1/);
		expect(error?.message).toMatch(/Document 3: .*lists no such document/);
		expect(error?.message).toMatch(/Document 4: has nothing to change/);
		expect(error?.message).toMatch(/Document 5: Field "Line number" cannot be written/);
		expect(error?.message).toMatch(/Document 6: .*nothing of that name/);
		expect(sent()).toEqual([]);
	});
});

describe('create or update', () => {
	const wish = (name: string, more: IDataObject = {}) => ({
		organizationId: byId(2),
		templateId: byId(line),
		name,
		fields: map({ provider: 'Example Fiber' }),
		...more,
	});

	it('creates a document where there is none of the name, and updates it the next time', async () => {
		const first = await run('createOrUpdate', wish('Guest line'));
		expect(first.json[0]).toMatchObject({ action: 'created', documentName: 'Guest line' });
		const fields = map({ bandwidth: 100 });
		const second = await run('createOrUpdate', wish('guest LINE', { fields }));
		expect(second.json[0]).toMatchObject({
			action: 'updated',
			documentId: first.json[0].documentId,
			documentName: 'Guest line',
		});
		const [kept] = named('Guest line');
		expect(kept.values).toMatchObject({
			provider: { value: 'Example Fiber' },
			bandwidth: { value: 100 },
		});
	});

	it('does not create two documents for two items of one name', async () => {
		const items = [{ name: 'Twin' }, { name: 'twin' }, { name: 'Twin' }, { name: 'Other' }];
		const { json } = await run('createOrUpdate', wish('={{ $json.name }}'), items);
		expect(json.map(({ action }) => action)).toEqual(['created', 'updated', 'updated', 'created']);
		expect(named('Twin')).toHaveLength(1);
	});

	it('says so where there is nothing to change', async () => {
		const { json } = await run('createOrUpdate', wish('Main line', { fields: map({}) }));
		expect(json[0]).toMatchObject({ action: 'unchanged', documentId: 3504 });
		expect(sent()).toEqual([]);
	});

	it('refuses a name that several documents have', async () => {
		const copy = structuredClone(documents().get(3504)!);
		documents().set({ ...copy, id: documents().nextId() });
		const { error } = await run('createOrUpdate', wish('main line'));
		expect(error?.message).toMatch(
			/NinjaOne has 2 of that name: Main line \(ID 3504, organization/,
		);
		expect(sent()).toEqual([]);
	});

	it('takes the one document that a template allows, whatever it is called', async () => {
		const site = {
			organizationId: byId(3),
			templateId: byId(3102),
			fields: map({ access: 'Knock.' }),
		};
		const kept = await run('createOrUpdate', site);
		expect(kept.json[0]).toMatchObject({ action: 'updated', documentName: 'Site Summary' });
		const renamed = await run('createOrUpdate', { ...site, name: 'The site' });
		expect(renamed.json[0]).toMatchObject({ action: 'updated', documentName: 'The site' });
		expect(documents().get(kept.json[0].documentId as number)).toMatchObject({
			name: 'The site',
			values: { access: { value: 'Knock.' } },
		});
	});

	it('demands required fields of a new document alone', async () => {
		const { error } = await run('createOrUpdate', wish('Bare line', { fields: map({}) }));
		expect(error?.message).toMatch(/Field "Provider" is required/);
		expect(named('Bare line')).toEqual([]);
	});

	it('creates once more for no item after one whose answer was lost', async () => {
		const path = '/v2/organization/2/template/3101/document';
		simulator.faults.add({ kind: 'cut', when: 'after', method: 'POST', path, times: 1 });
		const { json } = await runNode({
			parameters: {
				resource: 'document',
				operation: 'createOrUpdate',
				...wish('Lost line'),
			} as never,
			items: [{}, {}],
			credential: credentialFor(simulator),
			onError: 'continueRegularOutput',
		});
		expect(json[0].error).toMatch(/may have been carried out/);
		expect(json[1]).toMatchObject({ action: 'updated' });
		expect(named('Lost line')).toHaveLength(1);
	});
});

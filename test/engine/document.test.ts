import type { IDataObject } from 'n8n-workflow';
import { contentIdOf } from '../../simulator/state/attachments';
import { keepFile } from '../../simulator/state/files';
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
const byName = (value: string) => ({ __rl: true, mode: 'name', value });
const map = (value: IDataObject) => ({ mappingMode: 'defineBelow', value });

const documents = () => simulator.state.documentation.documents;
const organization = (id: number) => simulator.state.organizations.get(id)?.name as string;
const writes = () => simulator.requests.all().filter(({ method }) => method !== 'GET');
const reads = (path: string) => simulator.requests.matching({ method: 'GET', path });
const tokens = (list: ReturnType<typeof writes>) => list.filter(({ path }) => /^\/v2/.test(path));
const sent = () => tokens(writes());

const line = 3101;
const lineFields = () => simulator.state.documentation.templates.get(line)?.fields ?? [];
const optionId = (field: string, label: string) =>
	lineFields()
		.find(({ fieldName }) => fieldName === field)
		?.fieldContent?.values?.find(({ name }) => name === label)?.id;
const newLine = (values: IDataObject, more: IDataObject = {}) => ({
	organizationId: byId(1),
	templateId: byId(line),
	name: 'Test line',
	fields: map(values),
	...more,
});

describe('a document', () => {
	it('is created with every common type as people write it, and kept as NinjaOne wants it', async () => {
		const { json, error } = await run('create', {
			organizationId: byName(organization(1)),
			templateId: byName('internet line'),
			name: 'Typed line',
			description: 'All types',
			fields: map({
				provider: 'Example Fiber',
				bandwidth: '500',
				monthlyPrice: 49.9,
				failover: 'yes',
				contractEnd: '2030-01-31',
				lastTest: '2026-01-31T09:00:00+01:00',
				lineType: 'cable',
				services: 'Telephony, Static address',
				gateway: '192.0.2.1',
				portal: 'https://portal.example.com',
				support: 'support@example.com',
				notes: '<p>New</p>',
				portalPassword: '',
			}),
		});
		expect(error).toBeUndefined();
		const kept = documents().get(json[0].documentId as number);
		const values = Object.fromEntries(
			Object.entries(kept?.values ?? {}).map(([name, { value }]) => [name, value]),
		);
		expect(kept).toMatchObject({ name: 'Typed line', description: 'All types', organizationId: 1 });
		expect(values).toEqual({
			provider: 'Example Fiber',
			bandwidth: 500,
			monthlyPrice: 49.9,
			failover: true,
			contractEnd: Date.UTC(2030, 0, 31),
			lastTest: Date.UTC(2026, 0, 31, 8),
			lineType: optionId('lineType', 'Cable'),
			services: [optionId('services', 'Telephony'), optionId('services', 'Static address')],
			gateway: '192.0.2.1',
			portal: 'https://portal.example.com',
			support: 'support@example.com',
			notes: { html: '<p>New</p>', text: 'New' },
		});
		expect(json[0].values).toMatchObject({
			lineType: 'Cable',
			services: ['Telephony', 'Static address'],
			contractEnd: '2030-01-31',
			lastTest: '2026-01-31T08:00:00.000Z',
		});
	});

	it('is made from the columns of many items with one look at the template', async () => {
		const items = ['One', 'Two', 'Three'].map((name) => ({ name, Provider: name, other: 1 }));
		const { json, error } = await run(
			'create',
			newLine({}, { name: '={{ $json.name }}', fields: { mappingMode: 'autoMapInputData' } }),
			items,
		);
		expect(error).toBeUndefined();
		expect(json.map(({ values }) => values)).toEqual(
			items.map(({ Provider }) => ({ provider: Provider })),
		);
		expect(json[0].ignoredColumns).toEqual(['name', 'other']);
		expect(reads('/v2/document-templates/3101')).toHaveLength(1);
	});

	it('without a name is refused, unless the template names it', async () => {
		const nameless = await run('create', newLine({ provider: 'X' }, { name: '' }));
		expect(nameless.error?.message).toMatch(/Parameter "Name" is empty/);
		documents().remove(3501);
		const { json } = await run('create', {
			organizationId: byId(1),
			templateId: byId(3102),
			fields: map({ opening: '08:30' }),
		});
		expect(documents().get(json[0].documentId as number)).toMatchObject({
			name: 'Site Summary',
			values: { opening: { value: 30_600_000 } },
		});
	});

	it.each([
		['a label that no option has', { lineType: 'Radio' }, /"Kind of line" does not offer "Radio"/],
		['a text that is too long', { provider: 'x'.repeat(51) }, /"Provider" takes at most 50/],
		['a required field without a value', { provider: undefined }, /"Provider" is required/],
		['a read-only field', { lineNumber: 'L-1' }, /"Line number" cannot be written/],
		['a field that the template does not have', { nothing: 'X' }, /"nothing" does not exist/],
		['no address', { support: 'nobody' }, /"Support address" takes an email address/],
		['no number', { bandwidth: 'fast' }, /"Bandwidth in Mbit\/s" takes a number/],
		['no date', { contractEnd: 'soon' }, /"End of the contract" takes a date/],
	])('with %s is refused with the label of the field, and not sent', async (_, values, message) => {
		const { error } = await run('create', newLine({ provider: 'Example Fiber', ...values }));
		expect(error?.message).toMatch(message);
		expect(sent()).toEqual([]);
	});

	it('with several mistakes is refused with all of them', async () => {
		const { error } = await run('create', newLine({ bandwidth: 'fast', lineType: 'Radio' }));
		expect(error?.message).toMatch(/Bandwidth.*Kind of line.*"Provider" is required/);
		expect(sent()).toEqual([]);
	});

	it('of a template whose name several have, or of one in the archive, is refused', async () => {
		const { templates } = simulator.state.documentation;
		templates.set({ ...templates.get(3103)!, id: 3190, name: 'internet line' });
		const { error } = await run('create', newLine({}, { templateId: byName('INTERNET LINE') }));
		templates.remove(3190);
		expect(error?.message).toMatch(
			/"Template" is "INTERNET LINE".*ID 3101.*ID 3190|ID 3190.*ID 3101/,
		);
		const archived = await run('create', newLine({ provider: 'X' }, { templateId: byId(3104) }));
		expect(archived.error?.message).toMatch(/"Template" is "Internet Line", which is archived/);
		expect(sent()).toEqual([]);
	});
});

describe('an update', () => {
	it('changes what is named, clears what is to be cleared and leaves the rest', async () => {
		const before = structuredClone(documents().get(3502)!);
		const { json, error } = await run('update', {
			templateId: byId(line),
			documentId: byId(3502),
			name: 'Renamed line',
			fields: map({ lineType: 'DSL', bandwidth: 50, contractEnd: null }),
			clearFields: ['Portal'],
		});
		expect(error).toBeUndefined();
		const after = documents().get(3502)!;
		expect(after.name).toBe('Renamed line');
		const { lineType, bandwidth, portal, ...others } = before.values;
		expect([lineType, bandwidth, portal].every(Boolean)).toBe(true);
		expect(after.values).toMatchObject(others);
		expect(after.values.portal).toBeUndefined();
		expect(after.values.bandwidth.value).toBe(50);
		expect(json[0].values).toEqual({ lineType: 'DSL', bandwidth: 50 });
	});

	it('finds the document by its name within an organization, and says where a name is not enough', async () => {
		const change = { templateId: byId(line), fields: map({ provider: 'Example Cable' }) };
		const named = { ...change, documentId: byName('Main line') };
		const { error } = await run('update', named);
		expect(error?.message).toMatch(/"Main line", and NinjaOne has 2 of that name: Main line \(ID/);
		expect(error?.message).toContain(organization(2));
		expect(sent()).toEqual([]);

		const { json } = await run('update', { ...named, organizationId: byId(2) });
		expect(json[0]).toMatchObject({ documentId: 3504, organizationId: 2 });
		expect(documents().get(3504)?.values.provider.value).toBe('Example Cable');
	});

	it('that changes nothing, or a document of another template, is refused', async () => {
		const nothing = await run('update', { templateId: byId(line), documentId: byId(3502) });
		expect(nothing.error?.message).toMatch(/"Fields" has nothing to change/);
		const other = await run('update', {
			templateId: byId(3103),
			documentId: byId(3502),
			name: 'Other',
		});
		expect(other.error?.message).toMatch(/"Document" is 3502, and NinjaOne lists no such document/);
		const required = await run('update', {
			templateId: byId(line),
			documentId: byId(3502),
			clearFields: ['provider'],
		});
		expect(required.error?.message).toMatch(/"Provider" is required and cannot be cleared/);
		expect(sent()).toEqual([]);
	});
});

describe('documents', () => {
	it('are listed by the names of organizations and templates, with readable values', async () => {
		const { json, error } = await run('getMany', {
			returnAll: true,
			filters: { organizationIds: [organization(2), 3], templateIds: ['Internet Line'] },
		});
		expect(error).toBeUndefined();
		const expected = documents()
			.all()
			.filter(({ organizationId, documentTemplateId, archived }) => {
				return organizationId !== 1 && documentTemplateId === line && !archived;
			});
		expect(json.map(({ documentId }) => documentId)).toEqual(expected.map(({ id }) => id));
		const [{ values }] = json as Array<{ values: IDataObject }>;
		expect(['Fiber', 'Cable', 'DSL']).toContain(values.lineType);
		expect(values.contractEnd).toMatch(/^\d{4}-\d\d-\d\d$/);
	});

	it('come out raw where that is wanted, and no more than the limit', async () => {
		const { json, hints } = await run('getMany', { limit: 2, values: 'raw' });
		expect(json).toHaveLength(2);
		expect(hints).toHaveLength(1);
		const { json: all } = await run('getMany', {
			returnAll: true,
			values: 'raw',
			filters: { templateName: 'Internet' },
		});
		const [{ values }] = all as Array<{ values: IDataObject }>;
		expect(lineFields().flatMap(({ fieldContent }) => fieldContent?.values ?? [])).toContainEqual(
			expect.objectContaining({ id: values.lineType }),
		);
	});

	it('are had one at a time, from one reading of the list', async () => {
		const { json } = await run('get', { documentId: '={{ $json.id }}' }, [
			{ id: 3502 },
			{ id: 3504 },
		]);
		expect(json.map(({ documentId }) => documentId)).toEqual([3502, 3504]);
		expect(reads('/v2/organization/documents')).toHaveLength(1);
		const { error } = await run('get', { documentId: byId(3500) });
		expect(error?.message).toMatch(/"Document" is 3500, and NinjaOne lists no such document/);
		expect(error?.description).toMatch(/Archived documents are not listed/);
	});

	it('give addresses of their files, one row for each', async () => {
		const file = keepFile(simulator.state.files, {
			fileName: 'plan.png',
			contentType: 'image/png',
			content: Buffer.from('plan'),
		});
		const contentId = contentIdOf(file);
		documents().get(3503)!.values.plan = { value: { contentId }, updateTime: 0 };
		const { json } = await run('getSignedUrls', { documentId: byId(3503) });
		expect(json).toEqual([
			{ documentId: 3503, name: contentId, url: expect.stringMatching(/^http/) },
		]);
	});

	it('are archived, restored and deleted, one or many in one request', async () => {
		const one = await run('archive', { ids: '3502' });
		expect(one.json).toEqual([
			expect.objectContaining({ success: true, documentId: 3502, documentTemplateId: line }),
		]);
		expect(documents().get(3502)?.archived).toBe(true);
		await run('restore', { ids: '3502' });
		expect(documents().get(3502)?.archived).toBe(false);

		const several = await run('archive', { ids: [3502, 3504] });
		expect(several.json).toHaveLength(2);
		expect(sent().map(({ path }) => path)).toEqual([
			'/v2/organization/document/3502/archive',
			'/v2/organization/document/3502/restore',
			'/v2/organization/documents/archive',
		]);
		const { json } = await run('delete', { ids: '3502,3504' });
		expect(json).toEqual([
			{ success: true, documentId: 3502, deleted: true },
			{ success: true, documentId: 3504, deleted: true },
		]);
		expect(documents().get(3502)).toBeUndefined();
	});

	it('that are not archived are not deleted: NinjaOne refuses, and the message says the way out', async () => {
		const { error } = await run('delete', { ids: '3505' });
		expect(error?.message).toMatch(/NinjaOne deletes a document only after it was archived/);
		expect(error?.description).toMatch(/Archive First/);
		expect(documents().get(3505)).toBeDefined();
		const { json } = await run('delete', { ids: '3505', archiveFirst: true });
		expect(json).toEqual([{ success: true, documentId: 3505, deleted: true }]);
		expect(documents().get(3505)).toBeUndefined();
	});

	it('that could not be deleted are not said to be, next to those that were', async () => {
		const { json } = await run('delete', { ids: '3500,3506' });
		expect(json).toEqual([
			{ success: true, documentId: 3500, deleted: true },
			{ success: false, documentId: 3506, error: expect.stringMatching(/only after it was/) },
		]);
	});
});

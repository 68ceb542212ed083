import type { INodeParameters } from 'n8n-workflow';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { editorContext } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 60, organizations: 3 });
const { listSearch, loadOptions, resourceMapping } = new NinjaOne().methods;

const context = (parameters: INodeParameters = {}) =>
	editorContext(credentialFor(simulator), {
		resource: 'document',
		operation: 'update',
		...parameters,
	});
const templateId = (value: unknown, mode = 'list') => ({
	templateId: { __rl: true, mode, value } as never,
});
const formOf = async (
	method: 'getTemplateFields' | 'getChangeableTemplateFields',
	parameters: object,
) => await resourceMapping[method].call(context(parameters as INodeParameters));

const organization = (id: number) => simulator.state.organizations.get(id)?.name as string;

describe('the form over the fields of a template', () => {
	it.each([templateId(3101), templateId('Internet Line', 'name')])(
		'has every field with its type, for the template %j',
		async (parameters) => {
			const { fields } = await formOf('getTemplateFields', parameters);
			const field = (id: string) => fields.find((each) => each.id === id);
			expect(field('provider')).toMatchObject({
				displayName: 'Provider (required; max 50)',
				type: 'string',
				required: true,
				readOnly: false,
			});
			expect(field('lineType')).toMatchObject({
				type: 'options',
				options: ['Fiber', 'Cable', 'DSL'].map((name) => ({ name, value: name })),
			});
			expect(field('services')?.displayName).toMatch(/several: Static address, Telephony/);
			expect(field('contractEnd')).toMatchObject({ type: 'dateTime' });
			expect(field('bandwidth')).toMatchObject({ type: 'number' });
			expect(field('portalPassword')?.displayName).toMatch(/secure/);
			expect(field('lineNumber')).toMatchObject({
				displayName: 'Line number (read-only)',
				readOnly: true,
			});
			expect(field('internalRating')).toBeUndefined();
		},
	);

	it('demands nothing for a change', async () => {
		const { fields } = await formOf('getChangeableTemplateFields', templateId(3101));
		expect(fields.some(({ required }) => required)).toBe(false);
	});

	it('says what is missing where no template is chosen', async () => {
		await expect(formOf('getTemplateFields', templateId(''))).rejects.toThrow(
			/"Template" is empty/,
		);
	});
});

describe('the lists', () => {
	it('of templates have those in use, by a part of the name', async () => {
		const { results } = await listSearch.searchDocumentTemplates.call(context(), 'internet');
		expect(results).toEqual([expect.objectContaining({ name: 'Internet Line', value: 3101 })]);
		const options = await loadOptions.getDocumentTemplates.call(context());
		expect(options.map(({ name }) => name)).toEqual([
			'Application',
			'Internet Line',
			'Site Summary',
		]);
	});

	it('of documents tell them apart by their organization, and find by both', async () => {
		const search = async (filter: string, parameters = {}) =>
			(await listSearch.searchDocuments.call(context(parameters), filter)).results;
		const found = await search('main line');
		expect(found).toHaveLength(3);
		expect(found[0]).toMatchObject({
			name: `Main line (${organization(1)})`,
			value: 3502,
			description: `${organization(1)}, Internet Line, ID 3502`,
		});
		expect(await search(organization(2))).toHaveLength(2);
		expect(await search(organization(2), templateId(3101))).toHaveLength(1);
	});

	it('of fields are those of the template', async () => {
		const parameters = templateId(3101);
		const names = async (list: 'getClearableTemplateFields' | 'getTemplateFieldNames') =>
			(await loadOptions[list].call(context(parameters))).map(({ value }) => value);
		expect(await names('getTemplateFieldNames')).toEqual(
			expect.arrayContaining(['provider', 'lineNumber', 'notes']),
		);
		const clearable = await names('getClearableTemplateFields');
		expect(clearable).toContain('notes');
		expect(clearable).not.toContain('provider');
		expect(clearable).not.toContain('lineNumber');
	});
});

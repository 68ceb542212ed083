import { eachTest } from './client';

const session = eachTest();
const path = '/v2/device/5/custom-fields';
const values = () => session().get<Record<string, unknown>>(path);
const patch = (json: unknown) =>
	session().call<{ errorMessage: string }>(path, { method: 'PATCH', json });
const optionIds = (name: string) =>
	session()
		.simulator.state.customFields.find((field) => field.name === name)
		?.content.values?.map(({ id }) => id);

describe('the custom fields of a device', () => {
	it('are a map by machine name, the same each time', async () => {
		const first = await values();
		expect(Object.keys(first).length).toBeGreaterThan(3);
		expect(await values()).toEqual(first);
		expect(await session().get('/v2/device/6/custom-fields')).not.toEqual(first);
	});

	it('change where they are named, and only there', async () => {
		const before = await values();
		expect((await patch({ assetText: 'Rack 7', assetTextMultiline: null })).status).toBe(204);
		const after = await values();
		const { assetTextMultiline, ...kept } = { ...before, assetTextMultiline: null };
		expect(assetTextMultiline).toBeNull();
		expect(after).toEqual({ ...kept, assetText: 'Rack 7' });
	});

	it('leave out what the API may not read', async () => {
		const { customFields } = session().simulator.state;
		const hidden = customFields.filter(({ apiPermission }) => apiPermission === 'NONE');
		const seen = Object.keys(await values());
		expect(hidden.filter(({ name }) => seen.includes(name))).toEqual([]);
	});

	it.each<[string, object, string]>([
		['an unknown name', { assetText: 'x', nothing: 1 }, 'nothing'],
		['a label', { 'Asset text': 'x' }, 'Asset text'],
		['the field of an organization', { assetDecimal: 1.5 }, 'assetDecimal'],
		['a value of the wrong type', { assetText: 5 }, 'assetText'],
	])('refuse %s, and keep all as it was', async (_case, json, message) => {
		const before = await values();
		const { status, body } = await patch(json);
		expect(status).toBe(400);
		expect(body.errorMessage).toContain(message);
		expect(await values()).toEqual(before);
	});

	it('take an option by its id, and no text that is none', async () => {
		const field = session().simulator.state.customFields.find(
			({ type, definitionScope, apiPermission }) =>
				type === 'DROPDOWN' && definitionScope.includes('NODE') && apiPermission === 'READ_WRITE',
		);
		const name = field?.name ?? '';
		const [id] = optionIds(name) ?? [];
		expect((await patch({ [name]: 'Moss green' })).status).toBe(400);
		expect((await patch({ [name]: id })).status).toBe(204);
		expect((await values())[name]).toBe(id);
	});

	it('belong to devices that exist', async () => {
		expect((await session().call('/v2/device/999/custom-fields')).status).toBe(404);
	});
});

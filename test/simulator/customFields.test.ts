import type { AttachmentMetadata, CustomField, DefinitionScope } from '../../contracts';
import { eachTest } from './client';
import { bytesAt, upload } from './uploads';

const session = eachTest();
const call = <Body>(path: string, method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', json?: unknown) =>
	session().call<Body & { errorMessage: string; resultCode: string }>(path, { method, json });
const definition = (name: string) =>
	session().get<CustomField>(`/v2/custom-fields/field-name/${name}`);
const definitions = () => session().simulator.state.customFields;
const optionOf = (name: string, text: string) =>
	definitions()
		.find((field) => field.name === name)
		?.content.values?.find((option) => option.name === text)?.id;

type Values = Record<string, unknown>;
const device = '/v2/device/5/custom-fields';
const values = (path = device) => session().get<Values>(path);
const patch = (json: object, path = device) => call<Values>(path, 'PATCH', json);
const report = async <Row>(path: string) =>
	(await session().get<{ results: Row[] }>(`/v2/queries/${path}`)).results;

const owners: [scope: DefinitionScope, prefix: string, path: string][] = [
	['NODE', 'device', device],
	['ORGANIZATION', 'organization', '/v2/organization/1/custom-fields'],
	['LOCATION', 'location', '/v2/organization/1/location/1001/custom-fields'],
	['END_USER', 'endUser', '/v2/user/end-user/5009/custom-fields'],
];

describe.each(owners)('the values of a %s', (scope, prefix, path) => {
	const named = (short: Values) =>
		Object.fromEntries(Object.entries(short).map(([name, value]) => [prefix + name, value]));

	it('are read back as they were written, options by label as by id', async () => {
		const plain = {
			OwnerDepartment: 'Finance',
			SeatCount: 12,
			MonthlyRate: 12.5,
			UnderContract: false,
			ContractEnd: 1_790_000_000_000,
			LastReview: 1_790_000_000_000,
			ServiceWindow: 3_600_000,
			ServiceMailbox: 'desk@example.com',
			WikiPage: 'https://example.com/wiki',
			Gateway: '10.1.2.3',
			SupportTier: optionOf(`${prefix}SupportTier`, 'Silver'),
		};
		const services = ['Backup', 'Patching'];
		const html = '<p>Left door</p>';
		const written = named({ ...plain, CoveredServices: services, FormattedNotes: { html } });
		expect((await patch(written, path)).status).toBe(204);
		expect(await values(path)).toMatchObject(
			named({
				...plain,
				CoveredServices: services.map((text) => optionOf(`${prefix}CoveredServices`, text)),
				FormattedNotes: { html, text: 'Left door' },
			}),
		);
		const asked = `${prefix}SupportTier,${prefix}CoveredServices`;
		const rows = await report<{ fields: Values }>(
			`scoped-custom-fields?scopes=${scope}&fields=${asked}`,
		);
		expect(rows.map(({ fields }) => fields)).toContainEqual(
			named({ SupportTier: 'Silver', CoveredServices: services }),
		);
	});

	it.each<[string, unknown]>([
		['OwnerDepartment', 'x'.repeat(51)],
		['OwnerDepartment', 5],
		['SeatCount', 501],
		['SeatCount', '12'],
		['UnderContract', 'true'],
		['ContractEnd', '2026-10-01'],
		['SupportTier', 'Platinum'],
		['SupportTier', 'gold'],
		['CoveredServices', ['Backup', 'Gardening']],
		['ServiceMailbox', 'nobody'],
		['Gateway', '::1'],
		['FormattedNotes', '<p>Left door</p>'],
		['InventoryNumber', 'AST-1'],
		['CostCenter', null],
		['Nothing', 'x'],
	])('refuse to set %s to %j, name it, and stay as they are', async (name, value) => {
		const before = await values(path);
		const { status, body } = await patch(named({ HandoverNotes: 'Changed', [name]: value }), path);
		expect(status).toBe(400);
		expect(body.errorMessage).toContain(prefix + name);
		expect(await values(path)).toEqual(before);
	});

	it('change where they are named, null clears, and an option that is not offered any more is refused', async () => {
		await patch(named({ SeatCount: 5, OwnerDepartment: 'IT' }), path);
		const before = await values(path);
		await patch(named({ SeatCount: null }), path);
		expect(await values(path)).toEqual({ ...before, [`${prefix}SeatCount`]: undefined });
		const former = optionOf(`${prefix}SupportTier`, 'Platinum');
		expect((await patch(named({ SupportTier: former }), path)).status).toBe(400);
	});

	it('take secrets, which only a report shows that is asked for them', async () => {
		const name = `${prefix}AccessCode`;
		expect((await patch({ [name]: 'hunter2' }, path)).status).toBe(204);
		expect(await values(path)).not.toHaveProperty(name);
		const rows = `scoped-custom-fields?scopes=${scope}&fields=${name}`;
		expect(await report(rows)).toEqual([]);
		const seen = await report<{ fields: Values }>(`${rows}&showSecureValues=true`);
		expect(seen.map(({ fields }) => fields[name])).toContain('hunter2');
	});
});

describe('a device', () => {
	it('has values from the start, other than the next one', async () => {
		const seeded = await values();
		expect(Object.keys(seeded).length).toBeGreaterThan(3);
		expect(await values()).toEqual(seeded);
		expect(await values('/v2/device/6/custom-fields')).not.toEqual(seeded);
	});

	it('has the values of its location and its organization where it has none, if asked for them', async () => {
		const { organizationId, locationId } = session().simulator.state.devices.get(5) ?? {};
		const atOrganization = `/v2/organization/${organizationId}/custom-fields`;
		const atLocation = `/v2/organization/${organizationId}/location/${locationId}/custom-fields`;
		await patch({ siteCode: null, managedService: null });
		await patch({ siteCode: 'EAST', managedService: null }, atLocation);
		const lent = { siteCode: 'MAIN', managedService: true, organizationOwnerDepartment: 'Sales' };
		await patch(lent, atOrganization);

		expect(await values()).not.toHaveProperty('siteCode');
		const expected = { siteCode: 'EAST', managedService: true };
		const inherited = await values(`${device}?withInheritance=true`);
		expect(inherited).toMatchObject(expected);
		expect(inherited).not.toHaveProperty('organizationOwnerDepartment');
		expect(await values(`${atLocation}?withInheritance=true`)).toMatchObject(expected);
		await patch({ siteCode: 'HERE' });
		expect(await values(`${device}?withInheritance=true`)).toMatchObject({ siteCode: 'HERE' });
	});

	it('points to other entities by their number, and answers them as objects', async () => {
		expect((await patch({ replacementDevice: 7, servedOrganizations: [1, 2] })).status).toBe(204);
		expect(await values()).toMatchObject({
			replacementDevice: { entityId: 7, type: 'NODE' },
			servedOrganizations: [
				{ entityId: 1, type: 'ORGANIZATION' },
				{ entityId: 2, type: 'ORGANIZATION' },
			],
		});
	});

	it('takes what can be written and not read, and hides what the API may not touch', async () => {
		expect((await patch({ intakeNote: 'x' })).status).toBe(204);
		const hidden = definitions().filter(({ apiPermission }) => !apiPermission.startsWith('READ'));
		expect(hidden.map(({ name }) => name)).toEqual(['intakeNote', 'internalRating']);
		for (const { name } of hidden) expect(await values()).not.toHaveProperty(name);
	});

	it('has a file whose signed address works without a token', async () => {
		const files = [{ part: 'files', name: 'handover.txt', content: 'On the shelf' }];
		const address = '/v2/attachments/temp/upload?entityType=NODE';
		const { body } = await upload<AttachmentMetadata[]>(session(), address, files);
		await patch({ handoverRecord: body[0] });
		const urls = await values('/v2/custom-fields/entity-type/NODE/5/signed-urls');
		const url = String(urls[body[0].contentId]);
		expect((await bytesAt(session(), url)).content.toString()).toBe('On the shelf');
		expect((await bytesAt(session(), `${url}0`)).status).toBe(404);
	});
});

it.each([
	'/v2/device/999/custom-fields',
	'/v2/organization/999/custom-fields',
	'/v2/organization/2/location/1001/custom-fields',
	'/v2/user/end-user/5001/custom-fields',
	'/v2/custom-fields/entity-type/LOCATION/1/signed-urls',
])('values belong to what exists: %s', async (path) => {
	expect(await session().call(path)).toMatchObject({
		status: 404,
		body: { resultCode: expect.stringMatching(/_not_found$/) },
	});
});

describe('the reports on custom fields', () => {
	interface Row {
		deviceId: number;
		scope: string;
		fields: Values;
	}

	it('hold what devices hold', async () => {
		await patch({ deviceOwnerDepartment: 'Finance' });
		const rows = await report<Row>('custom-fields');
		expect(rows.find(({ deviceId }) => deviceId === 5)?.fields).toEqual(await values());
		expect(rows.length).toBeGreaterThan(100);
	});

	it('keep to the devices and the fields that are asked for', async () => {
		await patch({ assetText: 'Rack 7' });
		expect(await report('custom-fields?df=id%20%3D%205&fields=assetText,siteCode2')).toEqual([
			{ deviceId: 5, fields: { assetText: 'Rack 7' } },
		]);
	});

	it('say what was changed since, when and by whom', async () => {
		const since = Math.floor(Date.now() / 1000);
		await patch({ assetText: 'Rack 7' });
		const [row, ...others] = await report<{ fields: { updateTime: number }[] }>(
			`custom-fields-detailed?updatedAfter=${since - 1}`,
		);
		expect(others).toEqual([]);
		const updatedBy = { source: 'API', user: { id: 5001 } };
		expect(row).toMatchObject({
			deviceId: 5,
			entityType: 'NODE',
			fields: [{ name: 'assetText', value: 'Rack 7', updatedBy }],
		});
		expect(row.fields[0].updateTime).toBeGreaterThanOrEqual(since);
	});

	it('are about all scopes, or about those that are asked for', async () => {
		const scopes = async (query: string) => {
			const rows = await report<Row>(`scoped-custom-fields?pageSize=10000${query}`);
			return new Set(rows.map(({ scope }) => scope));
		};
		expect(await scopes('')).toEqual(new Set(owners.map(([scope]) => scope)));
		expect(await scopes('&scopes=LOCATION,END_USER')).toEqual(new Set(['LOCATION', 'END_USER']));
		expect((await session().call('/v2/queries/scoped-custom-fields?scopes=MOON')).status).toBe(400);
	});

	it('go on by cursor', async () => {
		type Page = { cursor: { name: string }; results: { entityId: number }[] };
		const path = '/v2/queries/scoped-custom-fields-detailed?pageSize=20';
		const first = await session().get<Page>(path);
		const second = await session().get<Page>(`${path}&cursor=${first.cursor.name}`);
		const ids = [...first.results, ...second.results].map(({ entityId }) => entityId);
		expect(new Set(ids).size).toBe(40);
	});
});

describe('definitions', () => {
	const one = (name: string) => `/v2/custom-fields/field-name/${name}`;
	const bulk = '/v2/custom-fields/bulk';
	const wanted = {
		label: 'Shelf',
		fieldName: 'shelf',
		type: 'DROPDOWN',
		apiPermission: 'READ_WRITE',
		content: { values: [{ name: 'Upper' }, { name: 'Lower' }] },
		definitionScope: ['NODE', 'LOCATION'],
	};

	it('can be made, and take values from then on', async () => {
		const { status, body } = await call<CustomField>('/v2/custom-fields', 'POST', wanted);
		expect(status).toBe(200);
		expect(body).toMatchObject({ name: 'shelf', definitionScope: ['NODE', 'LOCATION'] });
		const shelf = body.content.values?.[1].id;
		expect((await patch({ shelf })).status).toBe(204);
		expect(await values()).toMatchObject({ shelf });
	});

	it('are closed to the API unless it is asked for', async () => {
		const json = { ...wanted, apiPermission: undefined };
		const { body } = await call<CustomField>('/v2/custom-fields', 'POST', json);
		expect(body.apiPermission).toBe('NONE');
	});

	it.each([
		['a name that exists', { ...wanted, fieldName: 'assetText' }],
		['a name with blanks', { ...wanted, fieldName: 'two words' }],
		['an unknown type', { ...wanted, type: 'COLOUR' }],
		['an unknown property', { ...wanted, name: 'shelf' }],
		['no label', { ...wanted, label: undefined }],
	])('are refused for %s', async (_case, json) => {
		expect((await call('/v2/custom-fields', 'POST', json)).status).toBe(400);
	});

	it('change where they are named, and keep the ids of their options', async () => {
		const before = await definition('deviceSupportTier');
		const [gold, silver] = before.content.values ?? [];
		const sent = [
			{ id: gold.id, active: false },
			{ id: silver.id, name: 'Second' },
			{ name: 'New' },
		];
		const json = { label: 'Tier', content: { values: sent } };
		const { body } = await call<CustomField>(one('deviceSupportTier'), 'PUT', json);
		expect(body).toMatchObject({ label: 'Tier', type: 'DROPDOWN', apiPermission: 'READ_WRITE' });
		expect(body.content.values).toMatchObject([
			{ id: gold.id, name: 'Gold', active: false },
			{ id: silver.id, name: 'Second', active: true },
			{ name: 'New', active: true },
		]);
		expect(await definition('deviceSupportTier')).toEqual(body);
	});

	it('go with their values', async () => {
		await patch({ assetText: 'Rack 7' });
		expect((await call(one('assetText'), 'DELETE')).status).toBe(204);
		expect(await session().call(one('assetText'))).toMatchObject({
			status: 404,
			body: { resultCode: 'custom_field_not_found' },
		});
		const again = { label: 'Asset', fieldName: 'assetText', type: 'TEXT' };
		await call('/v2/custom-fields', 'POST', { ...again, apiPermission: 'READ_WRITE' });
		for (const id of [5, 6])
			expect(await values(`/v2/device/${id}/custom-fields`)).not.toHaveProperty('assetText');
	});

	it('are made, changed and deleted in bulk', async () => {
		const customFields = [wanted, { ...wanted, fieldName: 'shelf2' }];
		const made = await call<CustomField[]>(bulk, 'POST', { customFields });
		expect(made.body.map(({ name }) => name)).toEqual(['shelf', 'shelf2']);
		const changes = { customFields: [{ fieldName: 'shelf', label: 'Board' }] };
		const changed = await call<CustomField[]>(bulk, 'PUT', changes);
		expect(changed.body).toMatchObject([{ name: 'shelf', label: 'Board' }]);
		const deleted = await call(`${bulk}?fieldNames=shelf,shelf2`, 'DELETE');
		expect(deleted).toMatchObject({ status: 200, body: ['shelf', 'shelf2'] });
		expect((await session().call(one('shelf'))).status).toBe(404);
	});

	const known = { fieldName: 'assetText', label: 'X' };
	it.each<['POST' | 'PUT' | 'DELETE', string, number, unknown]>([
		['POST', '', 400, { customFields: [wanted, wanted] }],
		['PUT', '', 404, { customFields: [known, { fieldName: 'nothing' }] }],
		['PUT', '', 400, { customFields: [{ fieldName: 'assetText', type: 'NUMERIC' }] }],
		['DELETE', '?fieldNames=assetText,nothing', 404, undefined],
		['DELETE', '', 400, undefined],
	])(
		'stay as they are where a part of a bulk %s%s is refused',
		async (method, query, status, json) => {
			const before = structuredClone(definitions());
			expect((await call(`${bulk}${query}`, method, json)).status).toBe(status);
			expect(definitions()).toEqual(before);
		},
	);

	it('are listed by scope for those who ask the old way', async () => {
		const fields = async (query: string) =>
			await session().get<CustomField[]>(`/v2/device-custom-fields${query}`);
		const of = (...scopes: DefinitionScope[]) =>
			definitions().filter(({ definitionScope }) =>
				scopes.some((scope) => definitionScope.includes(scope)),
			);
		expect(await fields('')).toEqual(of('NODE'));
		expect(await fields('?scopes=organization')).toEqual(of('ORGANIZATION'));
		expect(await fields('?scopes=all')).toEqual(of('NODE', 'LOCATION', 'ORGANIZATION'));
		expect((await session().call('/v2/device-custom-fields?scopes=moon')).status).toBe(400);
	});
});

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
const owners: [scope: DefinitionScope, prefix: string, path: string][] = [
	['NODE', 'device', '/v2/device/5/custom-fields'],
	['ORGANIZATION', 'organization', '/v2/organization/1/custom-fields'],
	['LOCATION', 'location', '/v2/organization/1/location/1001/custom-fields'],
	['END_USER', 'endUser', '/v2/user/end-user/5009/custom-fields'],
];

describe.each(owners)('the values of a %s', (scope, prefix, path) => {
	const patch = (json: object) => call<Values>(path, 'PATCH', json);

	it('can be of every common type, each with a field that can be written', () => {
		const types = definitions()
			.filter(({ definitionScope }) => definitionScope.includes(scope))
			.filter(({ apiPermission }) => apiPermission === 'READ_WRITE')
			.map(({ type }) => type);
		expect(types).toEqual(
			expect.arrayContaining(
				'CHECKBOX NUMERIC DECIMAL DATE DATE_TIME TIME DROPDOWN MULTI_SELECT TEXT TEXT_MULTILINE EMAIL URL IP_ADDRESS WYSIWYG TEXT_ENCRYPTED'.split(
					' ',
				),
			),
		);
	});

	it.each<[string, unknown, unknown?]>([
		['OwnerDepartment', 'Finance'],
		['SeatCount', 12],
		['MonthlyRate', 12.5],
		['UnderContract', false],
		['ContractEnd', 1_790_000_000_000],
		['ServiceWindow', 3_600_000],
		['ServiceMailbox', 'desk@example.com'],
		['WikiPage', 'https://example.com/wiki'],
		['Gateway', '10.1.2.3'],
		[
			'FormattedNotes',
			{ html: '<p>Left door</p>' },
			{ html: '<p>Left door</p>', text: 'Left door' },
		],
	])('keep what is written to %s', async (name, value, read = value) => {
		expect((await patch({ [prefix + name]: value })).status).toBe(204);
		expect((await session().get<Values>(path))[prefix + name]).toEqual(read);
	});

	it.each<[string, unknown]>([
		['OwnerDepartment', 'x'.repeat(51)],
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
	])('refuse to set %s to %j, and name it', async (name, value) => {
		const { status, body } = await patch({ [prefix + name]: value });
		expect(status).toBe(400);
		expect(body.errorMessage).toContain(prefix + name);
	});

	it('take options by id, but none that is not offered any more', async () => {
		const tier = `${prefix}SupportTier`;
		const services = `${prefix}CoveredServices`;
		const both = [optionOf(services, 'Backup'), optionOf(services, 'Patching')];
		const written = { [tier]: optionOf(tier, 'Silver'), [services]: both };
		expect((await patch(written)).status).toBe(204);
		expect(await session().get(path)).toMatchObject(written);
		expect((await patch({ [tier]: optionOf(tier, 'Platinum') })).status).toBe(400);
	});

	it('take options by label, too, and tell them by label in the report over kinds', async () => {
		const [tier, services] = [`${prefix}SupportTier`, `${prefix}CoveredServices`];
		expect((await patch({ [tier]: 'Silver', [services]: ['Backup', 'Patching'] })).status).toBe(
			204,
		);
		expect(await session().get(path)).toMatchObject({
			[tier]: optionOf(tier, 'Silver'),
			[services]: [optionOf(services, 'Backup'), optionOf(services, 'Patching')],
		});
		const { results } = await session().get<{ results: { fields: Values }[] }>(
			`/v2/queries/scoped-custom-fields?scopes=${scope}&fields=${tier},${services}`,
		);
		expect(results.map(({ fields }) => fields)).toContainEqual({
			[tier]: 'Silver',
			[services]: ['Backup', 'Patching'],
		});
	});

	it('are cleared by null', async () => {
		await patch({ [`${prefix}SeatCount`]: 5 });
		await patch({ [`${prefix}SeatCount`]: null });
		expect(await session().get(path)).not.toHaveProperty(`${prefix}SeatCount`);
	});

	it('take secrets, and never tell them', async () => {
		const name = `${prefix}AccessCode`;
		expect((await patch({ [name]: 'hunter2' })).status).toBe(204);
		expect(await session().get(path)).not.toHaveProperty(name);
		const report = (query: string) =>
			session().get<{ results: { fields: Values; entityId: number }[] }>(
				`/v2/queries/scoped-custom-fields?scopes=${scope}&fields=${name}${query}`,
			);
		expect((await report('')).results).toEqual([]);
		const { results } = await report('&showSecureValues=true');
		expect(results.map(({ fields }) => fields[name])).toContain('hunter2');
	});
});

describe('a device', () => {
	const organizationOf = () => session().simulator.state.devices.get(5)?.organizationId ?? 0;
	const locationOf = () => session().simulator.state.devices.get(5)?.locationId ?? 0;
	const values = (query = '') => session().get<Values>(`/v2/device/5/custom-fields${query}`);

	it('has the values of its location and its organization where it has none, if asked for them', async () => {
		const place = `/v2/organization/${organizationOf()}`;
		const atLocation = `${place}/location/${locationOf()}/custom-fields`;
		await call('/v2/device/5/custom-fields', 'PATCH', { siteCode: null, managedService: null });
		await call(atLocation, 'PATCH', { siteCode: 'EAST', managedService: null });
		const lent = { siteCode: 'MAIN', managedService: true, organizationOwnerDepartment: 'Sales' };
		await call(`${place}/custom-fields`, 'PATCH', lent);

		expect(await values()).not.toHaveProperty('siteCode');
		const inherited = await values('?withInheritance=true');
		expect(inherited).toMatchObject({ siteCode: 'EAST', managedService: true });
		expect(inherited).not.toHaveProperty('organizationOwnerDepartment');
		expect(await session().get(`${atLocation}?withInheritance=true`)).toMatchObject({
			siteCode: 'EAST',
			managedService: true,
		});
	});

	it('keeps its own value before any that is lent', async () => {
		await call(`/v2/organization/${organizationOf()}/custom-fields`, 'PATCH', { siteCode: 'MAIN' });
		await call('/v2/device/5/custom-fields', 'PATCH', { siteCode: 'OWN' });
		expect(await values('?withInheritance=true')).toMatchObject({ siteCode: 'OWN' });
	});

	it('points to other entities by their number, and tells them as objects', async () => {
		const written = { replacementDevice: 7, servedOrganizations: [1, 2] };
		expect((await call('/v2/device/5/custom-fields', 'PATCH', written)).status).toBe(204);
		expect(await values()).toMatchObject({
			replacementDevice: { entityId: 7, type: 'NODE' },
			servedOrganizations: [
				{ entityId: 1, type: 'ORGANIZATION' },
				{ entityId: 2, type: 'ORGANIZATION' },
			],
		});
	});

	it('takes what can be written and not read', async () => {
		expect((await call('/v2/device/5/custom-fields', 'PATCH', { intakeNote: 'x' })).status).toBe(
			204,
		);
		expect(await values()).not.toHaveProperty('intakeNote');
	});
});

describe('values', () => {
	it.each([
		'/v2/organization/999/custom-fields',
		'/v2/organization/2/location/1001/custom-fields',
		'/v2/user/end-user/5001/custom-fields',
		'/v2/custom-fields/entity-type/LOCATION/1/signed-urls',
	])('belong to what exists: %s', async (path) => {
		expect(await session().call(path)).toMatchObject({
			status: 404,
			body: { resultCode: expect.stringMatching(/_not_found$/) },
		});
	});
});

describe('an attachment', () => {
	it('has an address that works without a token', async () => {
		const { body } = await upload<AttachmentMetadata[]>(
			session(),
			'/v2/attachments/temp/upload?entityType=NODE',
			[{ part: 'files', name: 'handover.txt', content: 'On the shelf' }],
		);
		const [handoverRecord] = body;
		await call('/v2/device/5/custom-fields', 'PATCH', { handoverRecord });
		const urls = await session().get<Record<string, string>>(
			'/v2/custom-fields/entity-type/NODE/5/signed-urls',
		);
		const url = urls[handoverRecord.contentId];
		expect((await bytesAt(session(), url)).content.toString()).toBe('On the shelf');
		expect((await bytesAt(session(), `${url}0`)).status).toBe(404);
	});
});

describe('the reports on custom fields', () => {
	interface Row {
		deviceId?: number;
		entityId?: number;
		scope?: string;
		fields: Values;
	}
	interface DetailedRow {
		deviceId: number;
		fields: { name: string; value: unknown; updateTime: number; updatedBy: object }[];
	}
	const report = async <R = Row>(path: string) =>
		(await session().get<{ results: R[] }>(`/v2/queries/${path}`)).results;

	it('hold what devices hold', async () => {
		await call('/v2/device/5/custom-fields', 'PATCH', { deviceOwnerDepartment: 'Finance' });
		const rows = await report('custom-fields');
		const own = await session().get('/v2/device/5/custom-fields');
		expect(rows.find(({ deviceId }) => deviceId === 5)?.fields).toEqual(own);
		expect(rows.length).toBeGreaterThan(100);
	});

	it('keep to the devices and the fields that are asked for', async () => {
		await call('/v2/device/5/custom-fields', 'PATCH', { assetText: 'Rack 7' });
		expect(await report('custom-fields?df=id%20%3D%205&fields=assetText,siteCode2')).toEqual([
			{ deviceId: 5, fields: { assetText: 'Rack 7' } },
		]);
	});

	it('tell what was changed since, when and by whom', async () => {
		const since = Math.floor(Date.now() / 1000);
		await call('/v2/device/5/custom-fields', 'PATCH', { assetText: 'Rack 7' });
		const rows = await report<DetailedRow>(`custom-fields-detailed?updatedAfter=${since - 1}`);
		expect(rows).toMatchObject([
			{
				deviceId: 5,
				entityType: 'NODE',
				fields: [
					{ name: 'assetText', value: 'Rack 7', updatedBy: { source: 'API', user: { id: 5001 } } },
				],
			},
		]);
		expect(rows[0].fields[0].updateTime).toBeGreaterThanOrEqual(since);
	});

	it('speak of all scopes, or of those that are asked for', async () => {
		const scopes = async (query: string) =>
			new Set(
				(await report(`scoped-custom-fields?pageSize=10000${query}`)).map(({ scope }) => scope),
			);
		expect(await scopes('')).toEqual(new Set(['NODE', 'LOCATION', 'ORGANIZATION', 'END_USER']));
		expect(await scopes('&scopes=LOCATION,END_USER')).toEqual(new Set(['LOCATION', 'END_USER']));
		expect((await session().call('/v2/queries/scoped-custom-fields?scopes=MOON')).status).toBe(400);
	});

	it('go on by cursor', async () => {
		type Page = { cursor: { name: string }; results: Row[] };
		const path = '/v2/queries/scoped-custom-fields-detailed?pageSize=20';
		const first = await session().get<Page>(path);
		const second = await session().get<Page>(`${path}&cursor=${first.cursor.name}`);
		const ids = [...first.results, ...second.results].map(({ entityId }) => entityId);
		expect(new Set(ids).size).toBe(40);
	});
});

describe('definitions', () => {
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
		expect((await call('/v2/device/5/custom-fields', 'PATCH', { shelf })).status).toBe(204);
		expect(await session().get('/v2/device/5/custom-fields')).toMatchObject({ shelf });
	});

	it('are closed to the API unless it is said otherwise', async () => {
		const { body } = await call<CustomField>('/v2/custom-fields', 'POST', {
			...wanted,
			apiPermission: undefined,
		});
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
		const values = [
			{ id: gold.id, active: false },
			{ id: silver.id, name: 'Second' },
			{ name: 'New' },
		];
		const { body } = await call<CustomField>(
			'/v2/custom-fields/field-name/deviceSupportTier',
			'PUT',
			{ label: 'Tier', content: { values } },
		);
		expect(body).toMatchObject({ label: 'Tier', type: 'DROPDOWN', apiPermission: 'READ_WRITE' });
		expect(body.content.values).toMatchObject([
			{ id: gold.id, name: 'Gold', active: false },
			{ id: silver.id, name: 'Second', active: true },
			{ name: 'New', active: true },
		]);
		expect(await definition('deviceSupportTier')).toEqual(body);
	});

	it('go with their values', async () => {
		await call('/v2/device/5/custom-fields', 'PATCH', { assetText: 'Rack 7' });
		const path = '/v2/custom-fields/field-name/assetText';
		expect((await call(path, 'DELETE')).status).toBe(204);
		expect(await session().call(path)).toMatchObject({
			status: 404,
			body: { resultCode: 'custom_field_not_found' },
		});
		await call('/v2/custom-fields', 'POST', {
			...{ label: 'Asset', fieldName: 'assetText', type: 'TEXT' },
			apiPermission: 'READ_WRITE',
		});
		expect(await session().get('/v2/device/5/custom-fields')).not.toHaveProperty('assetText');
		expect(await session().get('/v2/device/6/custom-fields')).not.toHaveProperty('assetText');
	});

	it('are made, changed and removed in bulk', async () => {
		const customFields = [wanted, { ...wanted, fieldName: 'shelf2' }];
		const made = await call<CustomField[]>('/v2/custom-fields/bulk', 'POST', { customFields });
		expect(made.body.map(({ name }) => name)).toEqual(['shelf', 'shelf2']);
		const changes = { customFields: [{ fieldName: 'shelf', label: 'Board' }] };
		const changed = await call<CustomField[]>('/v2/custom-fields/bulk', 'PUT', changes);
		expect(changed.body).toMatchObject([{ name: 'shelf', label: 'Board' }]);
		const removed = await call('/v2/custom-fields/bulk?fieldNames=shelf,shelf2', 'DELETE');
		expect(removed).toMatchObject({ status: 200, body: ['shelf', 'shelf2'] });
		expect((await session().call('/v2/custom-fields/field-name/shelf')).status).toBe(404);
	});

	it.each<[string, 'POST' | 'PUT' | 'DELETE', number, unknown?]>([
		['', 'POST', 400, { customFields: [wanted, wanted] }],
		[
			'',
			'PUT',
			404,
			{ customFields: [{ fieldName: 'assetText', label: 'X' }, { fieldName: 'nothing' }] },
		],
		['', 'PUT', 400, { customFields: [{ fieldName: 'assetText', type: 'NUMERIC' }] }],
		['?fieldNames=assetText,nothing', 'DELETE', 404, undefined],
		['', 'DELETE', 400, undefined],
	])(
		'stay as they are where a part of a bulk is refused: %s %s',
		async (query, method, status, json) => {
			const before = structuredClone(definitions());
			expect((await call(`/v2/custom-fields/bulk${query}`, method, json)).status).toBe(status);
			expect(definitions()).toEqual(before);
		},
	);

	it('are listed by scope for those who ask the old way', async () => {
		const scopesOf = async (query: string) => {
			const fields = await session().get<CustomField[]>(`/v2/device-custom-fields${query}`);
			return fields.map(({ definitionScope }) => definitionScope);
		};
		expect((await scopesOf('')).every((scopes) => scopes.includes('NODE'))).toBe(true);
		const organizations = await scopesOf('?scopes=organization');
		expect(organizations.every((scopes) => scopes.includes('ORGANIZATION'))).toBe(true);
		expect((await scopesOf('?scopes=all')).flat()).not.toEqual([]);
		expect((await session().call('/v2/device-custom-fields?scopes=moon')).status).toBe(400);
	});
});

import { randomBytes } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { runNode, type RunResult, type RunSettings } from '../harness/engine';
import { credential, ninjaOne } from '../harness/nock';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 60, organizations: 3 });

const run = async (
	operation: string,
	parameters: IDataObject,
	more: Partial<RunSettings> = {},
): Promise<RunResult> =>
	await runNode({
		parameters: { resource: 'relatedItem', operation, ...parameters } as never,
		credential: credentialFor(simulator),
		...more,
	});

const items = () => simulator.state.documentation.relatedItems;
const sent = () =>
	simulator.requests.matching({ path: /^\/v2\// }).filter(({ method }) => method !== 'GET');
const organization = { entityType: 'ORGANIZATION', entityId: '1' };

describe('related items', () => {
	it('are made one or several at a time', async () => {
		const one = await run('relate', {
			...organization,
			relatedEntityType: 'NODE',
			relatedEntityIds: '2',
		});
		expect(one.json).toMatchObject([{ entityId: 1, relEntityType: 'NODE', relEntityId: 2 }]);
		const two = await run('relate', {
			...organization,
			relatedEntityType: 'LOCATION',
			relatedEntityIds: [1001, 1002],
		});
		expect(two.json.map(({ relEntityId }) => relEntityId)).toEqual([1001, 1002]);
		expect(sent().map(({ path }) => path.split('/').at(-1))).toEqual(['relation', 'relations']);
	});

	it('are listed in every direction', async () => {
		const ids = async (parameters: IDataObject) =>
			(await run('getMany', { returnAll: true, ...parameters })).json.map(({ id }) => id);
		const pointing = { relatedEntityType: 'NODE', relatedEntityId: '2' };
		const [toDevice] = await ids({ direction: 'toEntity', ...pointing });
		expect(items().get(Number(toDevice))).toMatchObject({ relEntityId: 2 });
		expect(await ids({ direction: 'all' })).toHaveLength(items().all().length);
		expect(await ids({ direction: 'toType', ...pointing })).toEqual([6101, toDevice]);
		expect(await ids({ direction: 'ofType', entityType: 'LOCATION' })).toEqual([]);
		const device = { direction: 'ofEntity', entityType: 'NODE', entityId: '2' };
		expect(await ids({ ...device, itemScope: 'HOSTING' })).toEqual([]);
		expect(await ids({ ...device, itemScope: 'HOSTED_BY' })).toEqual([toDevice]);
	});

	it('that are files go up and come back byte for byte', async () => {
		const content = randomBytes(100_000);
		const files = { scan: { fileName: 'scan.png', mimeType: 'image/png', content } };
		const up = await run('attachFile', { ...organization, inputField: 'scan' }, { files });
		expect(up.json[0]).toMatchObject({ relEntityType: 'ATTACHMENT', value: { name: 'scan.png' } });
		const down = await run('downloadAttachment', {
			relatedItemId: up.json[0].id,
			outputField: 'file',
		});
		expect(down.json[0]).toMatchObject({ fileName: 'scan.png', mimeType: 'image/png' });
		const { data, fileName } = down.items[0].binary!.file;
		expect(Buffer.from(data, 'base64').equals(content)).toBe(true);
		expect(fileName).toBe('scan.png');
		const { json } = await run('getSignedUrls', organization);
		const fetched = await fetch(String(json[0].url));
		expect(Buffer.from(await fetched.arrayBuffer()).equals(content)).toBe(true);
	});

	it('are deleted, and one that is gone does not keep the others', async () => {
		const { json } = await run('delete', { ids: '6101,9999' });
		expect(json).toMatchObject([
			{ success: true, relatedItemId: 6101, deleted: true },
			{ success: false, relatedItemId: 9999, error: expect.stringMatching(/no such record/) },
		]);
		expect(json[1]).not.toHaveProperty('deleted');
	});
});

describe('deleting all items of a record', () => {
	const relate = async () =>
		await run('relate', { ...organization, relatedEntityType: 'NODE', relatedEntityIds: '3' });

	it.each([
		['', /"Confirmation" is empty, so nothing was deleted/],
		['ORGANIZATION 2', /"ORGANIZATION 2" names something else, so nothing was deleted/],
		['1', /so nothing was deleted/],
		['true', /so nothing was deleted/],
	])('sends nothing with "%s" as its confirmation', async (confirmation, message) => {
		await relate();
		simulator.requests.clear();
		const { error } = await run('deleteAll', { ...organization, confirmation });
		expect(error?.message).toMatch(message);
		expect(sent()).toEqual([]);
	});

	it('takes them all, once the record was named again', async () => {
		await relate();
		const { json } = await run('deleteAll', { ...organization, confirmation: 'organization 1' });
		expect(json).toEqual([
			{ success: true, deleted: true, entityType: 'ORGANIZATION', entityId: 1 },
		]);
		expect(items().all()).toEqual([]);
	});
});

describe('a secret', () => {
	const secrets = {
		password: ' pass"word\\that-must-not-be-seen ',
		totpSecret: 'SEEDTHATMUSTNOTBESEEN',
		notes: 'notes-that-must-not-be-seen',
	};
	const open = { name: 'Firewall', url: 'https://firewall.example', username: 'admin' };
	/** An expression that gives the text and does not hold it: n8n keeps the parameters of a node that failed. */
	const expression = (text: string) =>
		`={{ ${JSON.stringify(text.slice(0, 8))} + ${JSON.stringify(text.slice(8))} }}`;
	const parameters = {
		...organization,
		...open,
		password: expression(secrets.password),
		totpSecret: expression(secrets.totpSecret),
		notes: expression(secrets.notes),
	};

	/** Everything that n8n keeps of a run. */
	const kept = ({ run: all }: RunResult) => JSON.stringify(all);
	const expectNoSecret = (result: RunResult) => {
		for (const secret of Object.values(secrets)) {
			const text = kept(result);
			expect(text).not.toContain(secret.trim());
			expect(text).not.toContain(JSON.stringify(JSON.stringify(secret)).slice(3, -3));
		}
	};
	const place = '/v2/related-items/entity/ORGANIZATION/1/secure';

	it('is kept exactly as it was given, and does not come out', async () => {
		const result = await run('addSecure', parameters);
		expect(result.json[0]).toMatchObject({ relEntityType: 'SECURE', value: open });
		const { secret } = items().get(Number(result.json[0].id))!;
		expect(secret).toEqual({ password: secrets.password, totpSecret: secrets.totpSecret });
		expectNoSecret(result);
	});

	it('does not come out where NinjaOne repeats it in its answer', async () => {
		const row = { id: 7, relEntityType: 'SECURE', value: { ...open, ...secrets } };
		ninjaOne().post(place).reply(200, row);
		const result = await run('addSecure', parameters, { credential });
		expect(result.json).toEqual([{ ...row, value: open }]);
		expectNoSecret(result);
	});

	it('is hidden in a dry run', async () => {
		const result = await run('addSecure', { ...parameters, options: { dryRun: true } });
		expect(JSON.parse(String(result.json[0].body))).toEqual({
			...open,
			password: '[hidden]',
			totpSecret: '[hidden]',
			notes: '[hidden]',
		});
		expectNoSecret(result);
		expect(sent()).toEqual([]);
	});

	it.each([undefined, 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'is taken out of a refusal that repeats it (On Error: %s)',
		async (onError) => {
			const { password, totpSecret, notes } = secrets;
			ninjaOne()
				.post(place)
				.reply(400, {
					resultCode: 'FAILURE',
					errorMessage: `Weak password "${password}" or seed ${totpSecret}, notes ${notes}`,
				});
			const result = await run('addSecure', parameters, { credential, onError });
			expect(kept(result)).toMatch(/Weak password .*\[hidden\].* or seed \[hidden\]/);
			expectNoSecret(result);
		},
	);

	it('of a list is left out, and revealed under secureValues alone', async () => {
		const rows = [
			{ id: 7, relEntityType: 'SECURE', value: { ...open, ...secrets, recovery: 'CODES' } },
			{ id: 8, relEntityType: 'SECURE', value: secrets.password },
			{ id: 9, relEntityType: 'ATTACHMENT', value: { name: 'a.png', size: '5' } },
		];
		const list = async (reveal: boolean) => {
			ninjaOne().get('/v2/related-items').reply(200, rows);
			const given = { direction: 'all', returnAll: true, reveal };
			return await run('getMany', given, { credential });
		};
		const hidden = await list(false);
		expect(hidden.json).toEqual([{ ...rows[0], value: open }, { ...rows[1], value: {} }, rows[2]]);
		expectNoSecret(hidden);
		const { json } = await list(true);
		expect(json[0]).toEqual({
			...rows[0],
			value: open,
			secureValues: { ...secrets, recovery: 'CODES' },
		});
		expect(json[1]).toEqual({ ...rows[1], value: {}, secureValues: { value: secrets.password } });
	});
});

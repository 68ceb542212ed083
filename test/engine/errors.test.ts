import type nock from 'nock';
import { runNode } from '../harness/engine';
import { bearer, byId, credential, mockServer, ninjaOne, secret, server } from '../harness/nock';

const getDevice = { resource: 'device', operation: 'get', deviceId: byId(7) };
const updateDevice = {
	resource: 'device',
	operation: 'update',
	deviceId: byId(7),
	updateFields: { displayName: 'x' },
};

/** Runs Device: Get (or another operation) against one answer; gives the error as n8n keeps it. */
async function errorFor(status: number, body: nock.Body, parameters: object = getDevice) {
	ninjaOne()
		.persist()
		.intercept(/.*/, 'GET')
		.reply(status, body, { 'x-nj-request-id': 'request-77' })
		.patch(/.*/)
		.reply(status, body);
	const { error, run } = await runNode({ parameters: parameters as never, credential });
	expect(JSON.stringify(run)).not.toContain(bearer);
	expect(JSON.stringify(run)).not.toContain(secret);
	return error;
}

describe('NinjaOne refuses a call', () => {
	it('because a signed-in technician is needed: the message names the grant', async () => {
		const error = await errorFor(403, {
			error: 'user_context_required',
			error_description: 'Access key does not have user context which is required for this request',
			error_code: 5,
		});
		expect(error?.message).toMatch(/Authorization Code grant.*user_context_required/);
		expect(error?.description).toContain('Authorization Code with PKCE');
	});

	it('because a scope is missing: the advice names the scope', async () => {
		const body = { error: 'insufficient_privileges', error_description: 'Insufficient privileges' };
		const read = await errorFor(403, body);
		expect(read?.message).toMatch(/denies access: Insufficient privileges/);
		expect(read?.description).toContain('"Monitoring"');
		const write = await errorFor(403, body, updateDevice);
		expect(write?.description).toContain('"Management"');
	});

	it('because the record does not exist: the reason is in the message, the ids for support in the description', async () => {
		const error = await errorFor(404, {
			resultCode: 'device_not_found',
			errorMessage: 'Device 7 not found',
			incidentId: 'WEB-123',
		});
		expect(error?.message).toMatch(/no such record: Device 7 not found \(device_not_found\)/);
		expect(error?.description).toContain('WEB-123');
		expect(error?.description).toContain('request-77');
		expect(error?.httpCode).toBe('404');
	});

	it('because it does not know the route: the message allows for an older instance', async () => {
		const error = await errorFor(404, {
			resultCode: 'FAILURE',
			errorMessage: 'HTTP 404 Not Found',
		});
		expect(error?.message).toMatch(/instance lacks the feature/);
	});

	it("because a property is unknown: NinjaOne's words are in the message", async () => {
		const body = { resultCode: 'FAILURE', errorMessage: 'Unrecognized field "scriptId"' };
		expect((await errorFor(400, body, updateDevice))?.message).toContain(
			'Unrecognized field "scriptId"',
		);
	});

	it('with the object form of errorMessage', async () => {
		const body = { errorMessage: { code: 'name_taken', params: ['SRV'] } };
		expect((await errorFor(400, body, updateDevice))?.message).toContain('name_taken');
	});

	it('with the billing form of a refusal', async () => {
		const body = { errorCode: 'agreement_is_required', message: 'No agreement' };
		expect((await errorFor(400, body))?.message).toContain('No agreement (agreement_is_required)');
	});

	it('with what is wrong, field by field', async () => {
		const body = { resultCode: 'FAILURE', errorDetails: { name: 'must not be empty', cost: 'no' } };
		expect((await errorFor(400, body))?.message).toContain('name: must not be empty; cost: no');
	});

	it.each([
		{ resultCode: 'access_denied', incidentId: 'WEB-1' },
		{ resultCode: 'ORGANIZATION_ACCESS_VIOLATION', errorMessage: 'Not yours' },
		{ errorCode: 'permission_denied', message: 'No' },
	])('with 500 for want of rights, and is told as refusing: %j', async (body) => {
		const error = await errorFor(500, body);
		expect(error?.message).toMatch(/denies access/);
		expect(error?.description).toMatch(/scope "Monitoring"/);
		expect(error?.description).not.toMatch(/raw filter/);
	});

	it('with 500, as it does for a bad device filter', async () => {
		const error = await errorFor(500, { resultCode: 'FAILURE', errorMessage: 'boom' });
		expect(error?.message).toMatch(/HTTP 500: boom/);
		expect(error?.description).toMatch(/raw filter/);
	});
});

describe('NinjaOne gives no token', () => {
	/** What the token endpoint answers, and what the user is to read. */
	it.each([
		[404, { resultCode: 'Client app not exist', incidentId: 'W' }, /Wrong region or client ID/],
		[401, { error: 'invalid_client' }, /Wrong client secret/],
		[400, { error: 'unauthorized_client' }, /does not have the grant "Client Credentials"/],
		[400, { error: 'invalid_scope' }, /scope that the API app does not allow/],
		[400, { error: 'something_new', error_description: 'Moon phase' }, /gave no token: Moon phase/],
	])('and answers %d %j', async (status, body, message) => {
		mockServer(server).persist().post('/ws/oauth/token').reply(status, body);
		const { error, run } = await runNode({ parameters: getDevice, credential });
		expect(error?.message).toMatch(message);
		expect(error?.description).toBeTruthy();
		expect(JSON.stringify(run)).not.toContain(secret);
	});

	it('because nobody has connected the credential yet', async () => {
		const { error } = await runNode({
			parameters: getDevice,
			credential: { ...credential, grantType: 'pkce' },
		});
		expect(error?.message).toMatch(/not connected/);
	});
});

describe('bad input never reaches NinjaOne', () => {
	it.each(['', ' ', '../', '../../users', '0', '-1', '1.5', 'abc', '99999999999', '1 OR 1=1'])(
		'as a device ID: %j',
		async (value) => {
			const scope = ninjaOne().get(/.*/).reply(200, {});
			const { error } = await runNode({
				parameters: { ...getDevice, deviceId: byId('={{ $json.id }}') },
				items: [{ id: value }],
				credential,
			});
			expect(error?.message).toMatch(/Parameter "Device"/);
			expect(`${error?.message} ${error?.description}`).toMatch(/nothing was sent/i);
			expect(scope.isDone()).toBe(false);
		},
	);

	it.each(['', '12345', 'not-a-uid', '../reset'])('as an alert UID: %j', async (value) => {
		const scope = ninjaOne().delete(/.*/).reply(204);
		const { error } = await runNode({
			parameters: { resource: 'alert', operation: 'reset', alertUid: byId('={{ $json.uid }}') },
			items: [{ uid: value }],
			credential,
		});
		expect(error?.message).toMatch(/Parameter "Alert"/);
		expect(scope.isDone()).toBe(false);
	});

	it('as an update that changes nothing', async () => {
		const { error } = await runNode({
			parameters: { ...updateDevice, updateFields: {} },
			credential,
		});
		expect(error?.message).toMatch(/"Update Fields" has no field to change/);
	});

	it('as JSON that cannot be read', async () => {
		const { error } = await runNode({
			parameters: { ...updateDevice, updateFields: { userData: '{oops' } },
			credential,
		});
		expect(error?.message).toMatch(/"User Data" is not valid JSON/);
	});

	it('as the address of something else', async () => {
		const { error } = await runNode({
			parameters: {
				...getDevice,
				deviceId: { __rl: true, mode: 'url', value: '={{ $json.address }}' } as never,
			},
			items: [{ address: 'https://app.ninjarmm.com/#/users/7' }],
			credential,
		});
		expect(error?.message).toMatch(/not the address of a device/);
	});

	it('as a custom host without https', async () => {
		const { error } = await runNode({
			parameters: getDevice,
			credential: { ...credential, region: 'custom', customHost: 'http://rmm.example.com' },
		});
		expect(error?.message).toMatch(/Custom Host "http:\/\/rmm.example.com".*https/);
	});
});

describe('the bearer token', () => {
	it('does not follow a redirect to another host', async () => {
		const elsewhere = mockServer('https://evil.example.com').get(/.*/).reply(200, { id: 1 });
		ninjaOne()
			.get('/v2/device/7')
			.reply(302, undefined, { Location: 'https://evil.example.com/v2/device/7' });
		const { error } = await runNode({ parameters: getDevice, credential });
		expect(error).toBeDefined();
		expect(elsewhere.isDone()).toBe(false);
	});

	it("is sent as a header to the credential's own host", async () => {
		const scope = ninjaOne()
			.get('/v2/device/7')
			.matchHeader('authorization', `Bearer ${bearer}`)
			.reply(200, { id: 7 });
		const { json } = await runNode({ parameters: { ...getDevice, output: 'raw' }, credential });
		expect(json).toEqual([{ id: 7 }]);
		expect(scope.isDone()).toBe(true);
	});
});

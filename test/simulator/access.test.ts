import { AccessErrorSchema, FailureSchema } from '../../contracts';
import { apps } from '../../simulator';
import { bearerOf, eachTest, during } from './client';

const session = eachTest();
const withHeader = (authorization: string | undefined, path = '/v2/organizations') =>
	session().send(path, { headers: authorization === undefined ? {} : { authorization } });
const machine = () => bearerOf(session().simulator, apps.full);

describe('a call of the API', () => {
	it.each([
		['without Authorization', undefined, 400, 'missing_header', 2],
		['with something else than a bearer', 'Basic abc', 400, 'invalid_header', 1],
		['with a malformed bearer', 'Bearer a b', 400, 'invalid_header', 1],
		['with an unknown token', 'Bearer unknown', 401, 'not_authenticated', 10],
	])('%s is refused', async (_case, authorization, status, error, code) => {
		const answer = await withHeader(authorization);
		expect(answer.status).toBe(status);
		expect(AccessErrorSchema.parse(answer.body)).toMatchObject({ error, error_code: code });
	});

	it('is answered under both prefixes, with an id of the request', async () => {
		const answers = [
			await withHeader(machine(), '/v2/organizations'),
			await withHeader(machine(), '/api/v2/organizations'),
		];
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		const ids = answers.map(({ headers }) => headers['x-nj-request-id']);
		expect(new Set(ids).size).toBe(2);
		expect(ids).not.toContain(undefined);
	});

	it.each(['/v2/nothing', '/v2/device/abc', '/v2/device/2147483648', '/v2/device/1/nothing'])(
		'to %s, which is no route, is not answered as a missing entity',
		async (path) => {
			const { status, body } = await withHeader(machine(), path);
			expect(status).toBe(404);
			expect(FailureSchema.parse(body)).toMatchObject({
				resultCode: 'FAILURE',
				errorMessage: 'HTTP 404 Not Found',
			});
		},
	);

	it.each([
		['device', '/v2/device/99999'],
		['organization', '/v2/organization/99999/locations'],
		['group', '/v2/group/99999/device-ids'],
	])('for a %s that does not exist says which kind is missing', async (kind, path) => {
		const { status, body } = await withHeader(machine(), path);
		expect([status, (body as { resultCode: string }).resultCode]).toEqual([
			404,
			`${kind}_not_found`,
		]);
	});

	it('to an unknown route without a token is a matter of the token first', async () => {
		expect((await withHeader(undefined, '/v2/nothing')).status).toBe(400);
	});
});

describe('the scope', () => {
	const write = { method: 'PATCH', json: { displayName: 'new' } } as const;
	it.each([
		['monitoring', '/v2/devices', {}, 200],
		['management', '/v2/devices', {}, 403],
		['monitoring', '/v2/device/1', write, 403],
		['management', '/v2/device/1', write, 204],
		['monitoring', '/v2/device/1/dashboard-url', {}, 403],
		['management', '/v2/device/1/dashboard-url', {}, 200],
		['monitoring', '/v2/ticketing/trigger/board/2/run', { method: 'POST', json: {} }, 200],
	] as const)('%s for %s %j: %i', async (scope, path, call, status) => {
		const authorization = bearerOf(session().simulator, { ...apps.full, scopes: [scope] });
		const answer = await session().send(path, { ...call, headers: { authorization } });
		const error = status === 403 ? { error: 'insufficient_privileges' } : {};
		expect(answer).toMatchObject({ status, body: status === 204 ? '' : error });
	});
});

describe('calls for people only', () => {
	const person = () => bearerOf(session().simulator, apps.full, 5001);

	it.each([
		['POST', '/v2/device/1/script/run'],
		['POST', '/v2/ticketing/ticket'],
		['PUT', '/v2/ticketing/ticket/1001'],
		['POST', '/api/v2/ticketing/ticket/1001/comment'],
	] as const)('%s %s refuses a machine, not a person', async (method, path) => {
		const send = (authorization: string) =>
			session().send(path, { method, json: {}, headers: { authorization } });
		expect(await send(machine())).toMatchObject({
			status: 403,
			body: { error: 'user_context_required', error_code: 5 },
		});
		expect((await send(person())).status).not.toBe(403);
	});

	it('include device search where the option says so', async () => {
		expect((await withHeader(machine(), '/v2/devices/search?q=a')).status).toBe(200);
		await during({ searchNeedsUser: true }, async ({ simulator, send }) => {
			const search = (authorization: string) =>
				send('/v2/devices/search?q=a', { headers: { authorization } });
			expect((await search(bearerOf(simulator, apps.full))).status).toBe(403);
			expect((await search(bearerOf(simulator, apps.full, 5001))).status).toBe(200);
		});
	});
});

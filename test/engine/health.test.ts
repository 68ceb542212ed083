import type { TypedCredential } from '../harness/credentials';
import { runNode } from '../harness/engine';
import { mockServer, server } from '../harness/nock';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ organizations: 3, devices: 40 });

async function health(more: TypedCredential = {}) {
	const { json, error } = await runNode({
		parameters: { resource: 'connection', operation: 'checkHealth' },
		credential: credentialFor(simulator, more),
	});
	expect(error).toBeUndefined();
	return json;
}

const summary = (rows: Array<{ check?: unknown; status?: unknown }>) =>
	rows.map(({ check, status }) => `${String(check)}: ${String(status)}`);

describe('Check Health', () => {
	it('passes every check with a good credential, and writes nothing', async () => {
		const rows = await health();
		expect(summary(rows)).toEqual([
			'Authenticates: passed',
			'Granted Scopes: passed',
			'Lists Organizations: passed',
			'Lists Devices: passed',
			'Lists Users: passed',
		]);
		expect(rows[2]).toMatchObject({ passed: true, sampleSize: 3, advice: 'Nothing to change' });
		const methods = simulator.requests.matching({ path: /^\/v2\// }).map(({ method }) => method);
		expect(new Set(methods)).toEqual(new Set(['GET']));
	});

	it.each([
		['wrong client ID', { clientId: 'nobody' }, /Wrong region or client ID/],
		['wrong secret', { clientSecret: 'wrong' }, /Wrong client secret/],
		[
			'app without the grant',
			{ clientId: 'simulator-user', clientSecret: 'simulator-user-secret' },
			/grant "Client Credentials"/,
		],
		[
			'scope that the app does not allow',
			{
				clientId: 'simulator-read-only',
				clientSecret: 'simulator-read-only-secret',
				apiScopes: 'monitoring management',
			},
			/scope that the API app does not allow/,
		],
	])('says what is wrong: %s', async (_, more, seen) => {
		const rows = await health(more);
		expect(rows.every(({ passed }) => passed === false)).toBe(true);
		expect(rows[0].seen).toMatch(seen);
		expect(rows[0].advice).toBeTruthy();
		expect(rows[1]).toMatchObject({ seen: 'not tried' });
	});

	it('names the scope that was asked for and not granted', async () => {
		mockServer(server)
			.post('/ws/oauth/token')
			.reply(200, { access_token: 't', token_type: 'Bearer', scope: 'monitoring' })
			.get(/.*/)
			.times(3)
			.reply(200, []);
		const { json } = await runNode({
			parameters: { resource: 'connection', operation: 'checkHealth' },
			credential: {
				region: 'eu.ninjarmm.com',
				clientId: 'c',
				clientSecret: 's',
				apiScopes: 'monitoring management',
			},
		});
		expect(json[1]).toMatchObject({ passed: false, advice: expect.stringContaining('management') });
		expect(json[2]).toMatchObject({
			passed: true,
			sampleSize: 0,
			seen: expect.stringMatching(/empty/),
		});
	});

	it('tells a list that is refused from a sign-in that fails', async () => {
		simulator.faults.add({ kind: 'status', status: 403, path: '/v2/users' });
		const rows = await health();
		expect(summary(rows)).toContain('Authenticates: passed');
		expect(summary(rows)).toContain('Lists Users: failed');
	});

	it('says that NinjaOne cannot be reached', async () => {
		simulator.faults.add({ kind: 'cut', times: 'always', path: '/v2/organizations' });
		const rows = await health();
		expect(rows[0]).toMatchObject({ passed: false, seen: expect.stringMatching(/No answer/) });
	});
});

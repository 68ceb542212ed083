import type { IDataObject } from 'n8n-workflow';
import { NinjaOneRmmOAuth2Api } from '../../credentials/NinjaOneRmmOAuth2Api.credentials';
import { apps } from '../../simulator';
import { CredentialStore, resolveCredential, type TypedCredential } from '../harness/credentials';
import { runNode } from '../harness/engine';
import { byId } from '../harness/nock';
import { signIn } from '../harness/signIn';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ organizations: 2, devices: 30 });

const getDevice = { resource: 'device', operation: 'get', deviceId: byId(1), output: 'raw' };
const tokenRequests = () => simulator.requests.matching({ path: '/ws/oauth/token' });

function technician(): TypedCredential {
	const { clientId, clientSecret } = apps.user;
	return credentialFor(simulator, { grantType: 'pkce', clientId, clientSecret });
}

const connected = async () => await signIn(technician());

describe('the credential', () => {
	it("has no field that n8n's dialog would fill with something of its own", () => {
		const { properties } = new NinjaOneRmmOAuth2Api();
		const names = properties.map(({ name }) => name);
		expect(names).not.toEqual(expect.arrayContaining(['scopes']));
		expect(names).not.toEqual(expect.arrayContaining(['homeProject']));
		// The dialog starts these from an empty list, whatever their default is.
		expect(properties.filter(({ type }) => type === 'multiOptions')).toEqual([]);
	});
});

describe('a signed-in technician', () => {
	it('asks for offline_access beside the scopes that were picked', () => {
		expect(resolveCredential(technician()).scope).toBe('monitoring management offline_access');
		expect(resolveCredential(credentialFor(simulator)).scope).toBe('monitoring management');
	});

	it('calls NinjaOne with the token of the sign-in', async () => {
		const store = await connected();
		simulator.requests.clear();
		const { json, error } = await runNode({ parameters: getDevice, credential: store });
		expect(error).toBeUndefined();
		expect(json[0].id).toBe(1);
		expect(tokenRequests()).toHaveLength(0);
	});

	it('is signed in again by the refresh token, which is used once and replaced', async () => {
		const store = await connected();
		simulator.requests.clear();
		for (let hour = 1; hour <= 3; hour++) {
			simulator.faults.add({ kind: 'expireToken', path: '/v2/device/1' });
			const { error } = await runNode({ parameters: getDevice, credential: store });
			expect(error).toBeUndefined();
		}
		expect(tokenRequests().map(({ body }) => (body as IDataObject).grant_type)).toEqual(
			Array(3).fill('refresh_token'),
		);
		expect(tokenRequests().every(({ body }) => !('scope' in (body as IDataObject)))).toBe(true);
		const refreshTokens = store.savedTokens.map(({ refresh_token }) => refresh_token);
		expect(new Set(refreshTokens).size).toBe(3);
	});

	it('is told when the app was revoked', async () => {
		const store = await connected();
		simulator.faults.add({ kind: 'revokeApp', path: '/v2/device/1' });
		const { error } = await runNode({ parameters: getDevice, credential: store });
		simulator.authority.restoreApp(String(apps.user.clientId));
		expect(error?.message).toMatch(/Wrong region or client ID/);
		expect(error?.description).toMatch(/removed or revoked/);
	});
});

describe('a technician whose connection has ended', () => {
	it('is asked to connect again', async () => {
		const store = await connected();
		simulator.authority.expireTokens({ refresh: true });
		const { error } = await runNode({ parameters: getDevice, credential: store });
		expect(error?.message).toMatch(/connect again/);
	});
});

describe('an API app', () => {
	it('sends its credentials in the form body, never in the address or as a header', async () => {
		await runNode({ parameters: getDevice, credential: credentialFor(simulator) });
		const [{ headers, query, body }] = tokenRequests();
		expect(headers.authorization).toBeUndefined();
		expect(query).toEqual({});
		expect(body).toMatchObject({
			grant_type: 'client_credentials',
			client_id: 'simulator-full',
			scope: 'monitoring management',
		});
	});

	it('asks for Monitoring alone by default', async () => {
		const typed = credentialFor(simulator);
		delete typed.apiScopes;
		await runNode({ parameters: getDevice, credential: typed });
		expect(tokenRequests()[0].body).toMatchObject({ scope: 'monitoring' });
	});

	it('fetches a new token once when the old one has expired under many items', async () => {
		const store = new CredentialStore(credentialFor(simulator));
		await runNode({ parameters: getDevice, credential: store });
		simulator.requests.clear();
		simulator.authority.expireTokens();
		const { json, error } = await runNode({
			parameters: { ...getDevice, options: { concurrency: 20 } },
			items: Array.from({ length: 40 }, () => ({})),
			credential: store,
		});
		expect([json.length, error]).toEqual([40, undefined]);
		expect(tokenRequests()).toHaveLength(1);
	});
});

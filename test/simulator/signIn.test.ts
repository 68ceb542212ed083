import { createHash } from 'node:crypto';
import type { Token } from '../../contracts';
import { apps } from '../../simulator';
import { eachTest } from './client';

const clock = { ms: Date.UTC(2026, 0, 15) };
const session = eachTest({ now: () => clock.ms });

const redirectUri = 'http://localhost:5678/rest/oauth2-credential/callback';
const verifier = 'a-verifier-that-only-the-client-knows';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const request = {
	response_type: 'code',
	client_id: apps.user.clientId,
	redirect_uri: redirectUri,
	scope: 'monitoring offline_access',
	state: 'some state',
	code_challenge: challenge,
	code_challenge_method: 'S256',
};
type Change = Partial<typeof request> & { auto?: string };

/** Opens the sign-in page; what is undefined is left out. */
function open(change: Change = {}) {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries({ ...request, ...change })) {
		if (value !== undefined) query.set(name, value);
	}
	return session().send<string>(`/ws/oauth/authorize?${query}`);
}

/** Where the browser is sent. */
const target = ({ headers }: { headers: Record<string, unknown> }) =>
	new URL(String(headers.location), 'http://simulator');

async function codeFor(change: Change = {}): Promise<string> {
	const answer = await open({ auto: 'allow', ...change });
	return target(answer).searchParams.get('code') ?? '';
}

function exchange(code: string, change: Record<string, string> = {}) {
	const form = {
		grant_type: 'authorization_code',
		client_id: apps.user.clientId,
		client_secret: apps.user.clientSecret,
		redirect_uri: redirectUri,
		code,
		code_verifier: verifier,
		...change,
	};
	return session().send<Token & { error: string }>('/ws/oauth/token', { method: 'POST', form });
}

describe('the consent page', () => {
	it('says who asks for what, and escapes what it shows', async () => {
		const { status, body } = await open({ state: '"><script>' });
		expect(status).toBe(200);
		for (const part of [apps.user.clientId, '<li>offline_access</li>', 'value="allow"'])
			expect(body).toContain(part);
		expect(body).not.toContain('<script>');
	});

	it('sends the person back with a code and the state when allowed', async () => {
		const answer = await session().send('/ws/oauth/authorize', {
			method: 'POST',
			form: { ...request, decision: 'allow' },
		});
		expect(answer.status).toBe(302);
		expect(target(answer).href.startsWith(redirectUri)).toBe(true);
		expect(target(answer).searchParams.get('state')).toBe('some state');
		expect((await exchange(target(answer).searchParams.get('code') ?? '')).status).toBe(200);
	});

	it.each([
		['denied', 'deny', [...apps.user.scopes], 'access_denied'],
		['the app does not allow a scope', 'allow', ['monitoring' as const], 'invalid_scope'],
	])('sends the person back with an error when %s', async (_case, auto, scopes, error) => {
		session().simulator.authority.addApp({ ...apps.user, scopes });
		expect(target(await open({ auto })).searchParams.get('error')).toBe(error);
	});

	it.each([
		['an unknown client id', { client_id: 'nobody' }],
		['an address that is not the app’s', { redirect_uri: 'https://elsewhere.example/callback' }],
		['another response type', { response_type: 'token' }],
		['an app for machines', { client_id: apps.readOnly.clientId }],
		['another challenge method', { code_challenge_method: 'plain' }],
		[
			'a native app without a challenge',
			{ client_id: apps.native.clientId, code_challenge: undefined },
		],
	])('sends nobody back for %s, but shows an error page', async (_case, change) => {
		const answer = await open({ auto: 'allow', ...change });
		expect(target(answer).pathname).toBe('/ws/oauth/error');
		const page = await session().send<string>(target(answer).pathname + target(answer).search);
		expect(page.status).toBe(400);
		expect(page.body).toContain('unauthorized_client');
	});

	it('accepts an address that the app lists', async () => {
		const address = 'https://n8n.example/callback';
		session().simulator.authority.addApp({ ...apps.user, redirectUris: [address] });
		const answer = await open({ auto: 'allow', redirect_uri: address });
		expect(target(answer).origin).toBe('https://n8n.example');
	});
});

describe('the code', () => {
	it.each([
		['monitoring offline_access', 'monitoring offline_access', true],
		['monitoring', 'monitoring', false],
		[undefined, 'monitoring', false],
	])('for the scopes %s is exchanged for tokens of a person', async (asked, scope, isLasting) => {
		const { status, body } = await exchange(await codeFor({ scope: asked }));
		expect([status, body.scope]).toEqual([200, scope]);
		expect(body.refresh_token !== undefined).toBe(isLasting);
	});

	it('works once, and within a minute', async () => {
		const code = await codeFor();
		expect((await exchange(code)).status).toBe(200);
		expect((await exchange(code)).body.error).toBe('invalid_grant');
		const late = await codeFor();
		clock.ms += 60_000;
		expect((await exchange(late)).body.error).toBe('invalid_grant');
	});

	it.each([
		['a wrong verifier', { code_verifier: 'guessed' }],
		['another redirect address', { redirect_uri: 'http://localhost:5678/' }],
		['another app', { client_id: apps.full.clientId, client_secret: apps.full.clientSecret }],
	])('is refused with %s', async (_case, change) => {
		const { status, body } = await exchange(await codeFor(), change);
		expect([status, body.error]).toEqual([400, 'invalid_grant']);
	});

	it('of a native app needs no secret, but the verifier', async () => {
		const native = { client_id: apps.native.clientId, client_secret: '' };
		const code = await codeFor({ client_id: apps.native.clientId });
		expect((await exchange(code, native)).status).toBe(200);
	});

	it('of an app with a secret works without a challenge', async () => {
		const code = await codeFor({ code_challenge: undefined, code_challenge_method: undefined });
		expect((await exchange(code, { code_verifier: '' })).status).toBe(200);
	});
});

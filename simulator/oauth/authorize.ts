import { isRefusal } from '../refusal';
import type { App } from './apps';
import type { Authority } from './authority';
import { type Form, scopesOf } from './token';

export type Decision = 'allow' | 'deny';

const loopback = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;

/** What is wrong with a sign-in's address, as far as nobody can be sent back with it. */
export function refusedSignIn(authority: Authority, form: Form): string | undefined {
	const app = authority.app(form.client_id ?? '');
	if (!app) return 'Unknown client_id';
	if (!mayRedirect(app, form.redirect_uri ?? '')) return 'Invalid redirect_uri';
	if (form.response_type !== 'code') return 'Unsupported response_type';
	if (!app.grants.includes('authorization_code'))
		return 'The app does not allow Authorization Code';
	if (form.code_challenge && form.code_challenge_method !== 'S256')
		return 'Unsupported code_challenge_method';
	if (!app.clientSecret && !form.code_challenge) return 'Missing code_challenge';
	return undefined;
}

const mayRedirect = ({ redirectUris }: App, uri: string) =>
	redirectUris.includes(uri) || loopback.test(uri);

/** Where the browser goes once the person has decided: back to the client, with a code or with an error. */
export function decide(
	authority: Authority,
	form: Form,
	decision: Decision,
	userId: number,
): string {
	const back = (answer: Record<string, string>) => {
		const target = new URL(form.redirect_uri ?? '');
		for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
		if (form.state !== undefined) target.searchParams.set('state', form.state);
		return target.href;
	};
	if (decision === 'deny') return back({ error: 'access_denied' });
	const {
		client_id: clientId = '',
		redirect_uri: redirectUri = '',
		code_challenge: codeChallenge,
	} = form;
	try {
		// Who asks for nothing special gets monitoring.
		const scopes = scopesOf(form.scope || 'monitoring', authority.app(clientId)?.scopes ?? []);
		return back({ code: authority.code({ clientId, scopes, userId, redirectUri, codeChallenge }) });
	} catch (error) {
		if (isRefusal(error)) return back({ error: 'invalid_scope' });
		throw unexpected(error);
	}
}

const unexpected = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

/** The page on which a person lets an app in. */
export function consentPage(form: Form, userName: string): string {
	const hidden = Object.entries(form)
		.map(
			([name, value = '']) =>
				`<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
		)
		.join('\n');
	const rights = (form.scope || 'monitoring')
		.split(' ')
		.map((scope) => `<li>${escape(scope)}</li>`)
		.join('');
	return page(
		'Sign in to the NinjaOne simulator',
		`<p><b>${escape(form.client_id ?? '')}</b> asks to act for <b>${escape(userName)}</b> with:</p>
<ul>${rights}</ul>
<form method="post" action="/ws/oauth/authorize">
${hidden}
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>`,
	);
}

export const errorPage = (error: string, description: string) =>
	page('Sign-in failed', `<p>${escape(error)}: ${escape(description)}</p>`);

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px/1.5 system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem}button{font:inherit;padding:.4rem 1.2rem}</style>
</head><body><h1>${title}</h1>
${body}
</body></html>
`;

const escape = (text: string) =>
	text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

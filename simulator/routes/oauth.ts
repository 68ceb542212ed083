import type { FastifyReply } from 'fastify';
import type { Routes } from '../context';
import { queryOf } from '../input';
import { consentPage, type Decision, decide, errorPage, refusedSignIn } from '../oauth/authorize';
import { type Form, grantTokens } from '../oauth/token';
import { text } from '../query';
import { failure } from '../refusal';
import { signedInUserId } from '../state/seed';

export const oauthRoutes: Routes = (app, { authority, settings, state }) => {
	app.post('/ws/oauth/token', (request) => {
		const type = request.headers['content-type'] ?? '';
		if (!type.startsWith('application/x-www-form-urlencoded')) {
			throw failure(415, 'HTTP 415 Unsupported Media Type');
		}
		return grantTokens(authority, (request.body ?? {}) as Form);
	});

	/** Sends the browser on as decided, or shows the consent page, or says what is wrong. */
	const signIn = (reply: FastifyReply, form: Form, decision?: string) => {
		const problem = refusedSignIn(authority, form);
		if (problem) return reply.redirect(`/ws/oauth/error?${refusedQuery(problem)}`);
		if (isDecision(decision))
			return reply.redirect(decide(authority, form, decision, signedInUserId));
		const user = state.users.get(signedInUserId);
		return html(reply, consentPage(form, `${user?.firstName} ${user?.lastName}`));
	};

	app.get('/ws/oauth/authorize', (request, reply) => {
		const { auto, ...form } = request.query as Form;
		return signIn(reply, form, auto ?? settings.consent);
	});
	app.post('/ws/oauth/authorize', (request, reply) => {
		const { decision, ...form } = (request.body ?? {}) as Form;
		return signIn(reply, form, decision);
	});
	app.get('/ws/oauth/error', (request, reply) => {
		const query = queryOf(request);
		const page = errorPage(text(query, 'error') ?? '', text(query, 'error_description') ?? '');
		return html(reply.code(400), page);
	});
};

const isDecision = (value: unknown): value is Decision => value === 'allow' || value === 'deny';

const refusedQuery = (problem: string) =>
	new URLSearchParams({ error: 'unauthorized_client', error_description: problem }).toString();

const html = (reply: FastifyReply, page: string) =>
	reply.type('text/html; charset=utf-8').send(page);

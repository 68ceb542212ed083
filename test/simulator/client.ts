import { request } from 'undici';
import {
	type App,
	apps,
	createSimulator,
	type Simulator,
	type SimulatorOptions,
} from '../../simulator';
import { checkAnswer } from '../../simulator/contractCheck';

export interface Answer<Body> {
	status: number;
	headers: Record<string, unknown>;
	/** Parsed, where it is JSON. */
	body: Body;
}

interface Call {
	method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
	headers?: Record<string, string>;
	json?: unknown;
	form?: Record<string, string>;
}

/** A bare client over HTTP, which knows nothing of NinjaOne. */
export async function send<Body>(url: string, call: Call = {}): Promise<Answer<Body>> {
	const { method = 'GET', headers = {}, json, form } = call;
	const type =
		json !== undefined
			? 'application/json'
			: form
				? 'application/x-www-form-urlencoded'
				: undefined;
	const answer = await request(url, {
		method,
		headers: { ...headers, ...(type && { 'content-type': type }) },
		body: json !== undefined ? JSON.stringify(json) : form && new URLSearchParams(form).toString(),
	});
	const text = await answer.body.text();
	const isJson = String(answer.headers['content-type']).includes('json');
	return {
		status: answer.statusCode,
		headers: answer.headers,
		body: (isJson ? JSON.parse(text) : text) as Body,
	};
}

/** The simulator of one test, and somebody signed in to it. */
export interface Session {
	simulator: Simulator;
	send<Body>(path: string, call?: Call): Promise<Answer<Body>>;
	/** Sends with a bearer that has every scope and a technician behind it. */
	call<Body>(path: string, call?: Call): Promise<Answer<Body>>;
	get<Body>(path: string): Promise<Body>;
}

/** Gives every test a simulator of its own, on a small fleet. */
export function eachTest(options: SimulatorOptions = {}): () => Session {
	let session: Session;
	beforeEach(async () => {
		session = await startSession(options);
	});
	afterEach(() => session.simulator.stop());
	return () => session;
}

export async function startSession(options: SimulatorOptions = {}): Promise<Session> {
	const simulator = createSimulator({
		organizations: 4,
		devices: 120,
		alerts: 8,
		onAnswer: checkAnswer,
		...options,
	});
	const url = await simulator.start();
	const headers = { authorization: bearerOf(simulator, apps.full, 5001) };
	const call: Session['call'] = (path, { headers: more, ...rest } = {}) =>
		send(`${url}${path}`, { ...rest, headers: { ...headers, ...more } });
	return {
		simulator,
		send: (path, rest) => send(`${url}${path}`, rest),
		call,
		get: async <Body>(path: string) => (await call<Body>(path)).body,
	};
}

/** A simulator of other options than the test's own, for as long as something is done with it. */
export async function during(
	options: SimulatorOptions,
	act: (session: Session) => Promise<void>,
): Promise<void> {
	const session = await startSession(options);
	await act(session).finally(() => session.simulator.stop());
}

/** A bearer for an app with all of its scopes: a machine's, unless a user is named. */
export function bearerOf(
	{ authority }: Simulator,
	{ clientId, scopes }: App,
	userId?: number,
): string {
	return `Bearer ${authority.issue({ clientId, scopes, userId }).access_token}`;
}

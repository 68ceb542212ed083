import type { Answer } from './answer';
import type { Endpoint } from './endpoint';
import { NinjaOneError, type ErrorDetails } from './errors';
import type { Reason } from './reason';
import { hide } from './secrets';

/** Facts about the call and the credential that make an explanation concrete. */
export interface Circumstances {
	endpoint: Endpoint;
	server: string;
	/** `clientCredentials` or `pkce`, n8n's values. */
	grantType: string;
	tries: number;
	longestWaitMs: number;
	/** Whether NinjaOne may have acted on this try of the request or on an earlier one. */
	mayHaveActed: boolean;
	/** Values of call and credential that no message may show: NinjaOne repeats what it does not like. */
	secrets?: readonly string[];
}

type Failed = Exclude<Answer, { kind: 'ok' }>;

/** Says in words what happened and what to do. */
export function explain(answer: Failed, about: Circumstances): NinjaOneError {
	// What is cut must have been cleaned: half of a secret would not be recognised.
	const { message, ...details } = explanation(cleaned(answer, about.secrets), about);
	const changed = about.mayHaveActed && about.endpoint.effect !== 'read';
	return new NinjaOneError(hide(message, about.secrets), {
		...hide(details, about.secrets),
		...(changed ? { mayHaveActed: true } : {}),
	});
}

function cleaned(answer: Failed, secrets: readonly string[] | undefined): Failed {
	if (answer.kind === 'unknown') return { ...answer, message: hide(answer.message, secrets) };
	return 'body' in answer ? { ...answer, body: hide(answer.body, secrets) } : answer;
}

function explanation(answer: Failed, about: Circumstances): ErrorDetails & { message: string } {
	switch (answer.kind) {
		case 'refused':
			return explainRefusal(answer, about);
		case 'signIn':
			return explainSignIn(answer, about);
		case 'throttled':
			return tooManyRequests(answer, about);
		case 'unavailable':
		case 'page':
		case 'lost':
			return noAnswer(answer, about);
		case 'tooLarge':
			return tooLarge(answer, about);
		case 'unexpected':
			return unexpected(answer, about);
		case 'late':
			return new NinjaOneError('The time for this run is over before NinjaOne was asked', {
				failure: { cause: 'temporarily-unavailable' },
			});
		case 'cancelled':
			return new NinjaOneError('The execution was cancelled', {
				description: mayHaveActed(about.endpoint),
			});
		case 'unknown':
			return new NinjaOneError(`NinjaOne could not be called: ${cut(answer.message)}`, {
				description: mayHaveActed(about.endpoint),
			});
	}
}

function explainRefusal(
	{ status, body, requestId }: Extract<Answer, { kind: 'refused' }>,
	{ endpoint }: Circumstances,
): NinjaOneError {
	const { message, advice } = refusal(status, body, endpoint);
	const isPassing = status >= 500 && !isDenied(status, body) && !lacksModule(status, endpoint);
	return new NinjaOneError(message, {
		description: [advice, trace(body, requestId)].filter(Boolean).join(' '),
		status,
		code: body.code,
		...(status === 401 ? { failure: { cause: 'credential-invalid' } } : {}),
		...(isPassing ? { failure: { cause: 'temporarily-unavailable' } } : {}),
	});
}

/** Refusals for want of rights. Parts of NinjaOne give them as HTTP 500 (its specification of June 2026, billing). */
const deniedCodes = [
	'insufficient_privileges',
	'access_denied',
	'permission_denied',
	'organization_access_violation',
];

const isDenied = (status: number, { code = '' }: Reason) =>
	status === 403 || deniedCodes.includes(code.toLowerCase());

/** Accounts without a licensed part of NinjaOne get HTTP 500 there, now and at every later try. */
const lacksModule = (status: number, { module }: Endpoint) =>
	status === 500 && module !== undefined;

/** The vocabulary of NinjaOne's refusals. */
function refusal(
	status: number,
	body: Reason,
	endpoint: Endpoint,
): { message: string; advice?: string } {
	const said = reason(body);
	if (status < 300) {
		return {
			message: `NinjaOne refused the request: ${said ?? 'no reason given'} (HTTP ${status})`,
			advice: 'Check the values of this node against what NinjaOne expects.',
		};
	}
	if (status < 400) {
		return {
			message: `NinjaOne points to another address (HTTP ${status}), which was not followed`,
			advice: 'Check Region or Custom Host of the credential. A file is fetched over https only.',
		};
	}
	if (body.code === 'user_context_required') {
		return {
			message:
				'This operation needs the Authorization Code grant: NinjaOne refuses the token of an API app here (user_context_required)',
			advice:
				'Use a NinjaOne credential with the grant "Authorization Code with PKCE", connected by a technician whose role allows this.',
		};
	}
	if (isDenied(status, body)) {
		const scope = endpoint.effect === 'read' ? 'Monitoring' : 'Management';
		return {
			message: `NinjaOne denies access: ${said ?? 'insufficient privileges'}`,
			advice: `The credential needs the scope "${scope}", and the API app in NinjaOne must allow it. With a signed-in technician, the technician's role must allow it too. Some modules (ticketing, documentation) must be licensed. Connection: Check Health shows what was granted.`,
		};
	}
	if (status === 401) {
		return {
			message: `NinjaOne did not accept the token, even after it was renewed: ${said ?? 'not authenticated'}`,
			advice: 'Test the credential. The API app may have been revoked in NinjaOne.',
		};
	}
	if (status === 404) return notFound(body, said);
	if (status === 400) {
		return {
			message: `NinjaOne did not accept the request: ${said ?? 'bad request'}`,
			advice: 'Check the values of this node against what NinjaOne expects.',
		};
	}
	if (lacksModule(status, endpoint)) {
		return {
			message: `NinjaOne could not answer; ${endpoint.module} may not be enabled in this account (HTTP 500: ${said ?? 'no reason given'})`,
			advice:
				'NinjaOne answers so where the account does not have it. Trying again does not help then: look under Administration in NinjaOne what is licensed.',
		};
	}
	return {
		message: `NinjaOne answered with HTTP ${status}: ${said ?? 'no reason given'}`,
		advice:
			status === 500 && endpoint.effect === 'read'
				? 'NinjaOne also answers so when it cannot read a device filter: check a raw filter for its syntax.'
				: mayHaveActed(endpoint),
	};
}

function notFound(body: Reason, said: string | undefined) {
	const routeIsUnknown =
		!body.code || (body.code === 'FAILURE' && /HTTP 404/.test(body.text ?? ''));
	return routeIsUnknown
		? {
				message: `NinjaOne knows nothing under this ID, or this instance lacks the feature: ${said ?? 'not found'}`,
				advice:
					'Check the ID. Some instances (FedRAMP) run an older NinjaOne, and some modules must be licensed.',
			}
		: {
				message: `NinjaOne found no such record: ${said}`,
				advice: 'It may have been removed, reset or belong to another region. Check the ID.',
			};
}

function explainSignIn(
	{ status, body, reconnect }: Extract<Answer, { kind: 'signIn' }>,
	{ server, grantType }: Circumstances,
): NinjaOneError {
	const machine = grantType === 'clientCredentials';
	const failure = { cause: 'credential-invalid' } as const;
	const told = (message: string, description: string) =>
		new NinjaOneError(message, { description, status, code: body.code, failure });

	if (reconnect || body.code === 'invalid_grant' || body.code === 'invalid_token') {
		return told(
			'The NinjaOne credential is not connected, or its connection has ended: open it and connect again',
			'In the credential press Connect or, where n8n still shows an account, Switch account. The refresh token was used up, revoked or never issued; an app that is meant to stay connected needs the scope "offline_access" and the grant "Refresh Token".',
		);
	}
	if (status === 404 || body.code === 'Client app not exist') {
		return told(
			`Wrong region or client ID: ${server} does not know this client app`,
			'Choose the region in whose NinjaOne the API app was made, and compare the client ID. If it worked before, the app has been removed or revoked.',
		);
	}
	if (body.code === 'invalid_client') {
		return told(
			'Wrong client secret: NinjaOne knows the client ID and refuses the secret',
			'NinjaOne shows a secret once, when it is made. Make a new one for the API app and paste it without blanks.',
		);
	}
	if (body.code === 'unauthorized_client' || body.code === 'unsupported_grant_type') {
		return told(
			machine
				? 'The API app does not have the grant "Client Credentials"'
				: 'The API app does not have the grants "Authorization Code" and "Refresh Token"',
			'Administration > Apps > API in NinjaOne: tick the grant in the app, or choose the other grant in the credential.',
		);
	}
	if (body.code === 'invalid_scope') {
		return told(
			'The credential asks for a scope that the API app does not allow',
			'Tick the scope in the API app in NinjaOne, or take it out of the credential.',
		);
	}
	return told(
		`NinjaOne gave no token: ${reason(body) ?? `HTTP ${status ?? 'unknown'}`}`,
		'Test the credential.',
	);
}

function tooManyRequests(
	{ retryAfterMs }: { retryAfterMs?: number },
	{ tries, longestWaitMs }: Circumstances,
): NinjaOneError {
	const asked =
		retryAfterMs === undefined ? '' : `; it asks to wait ${Math.ceil(retryAfterMs / 1000)} s`;
	const gaveUp = (retryAfterMs ?? 0) > longestWaitMs ? '' : ` after ${tries} tries`;
	return new NinjaOneError(`NinjaOne is receiving too many requests${gaveUp}${asked}`, {
		description:
			'Nothing was done by this request. Lower "Max Concurrent Requests" under Options, or run the workflow less often.',
		status: 429,
		failure: { cause: 'rate-limited', retryAfterMs },
	});
}

function noAnswer(
	answer: Extract<Answer, { kind: 'unavailable' | 'page' | 'lost' }>,
	{ endpoint, server, tries, mayHaveActed: mayHave }: Circumstances,
): NinjaOneError {
	const doubt = mayHave
		? '. The request may have been carried out, so it was not sent again'
		: '. No connection came about, so the request was not carried out';
	const what = {
		unavailable: 'a gateway in front of NinjaOne failed',
		page: 'a web page or cut text came in place of an answer',
		lost: 'the connection failed or timed out',
	}[answer.kind];
	const often = tries > 1 ? ` ${tries} times` : '';
	const status = answer.kind === 'lost' ? undefined : answer.status;
	return new NinjaOneError(
		`No answer from NinjaOne${often}: ${what}${status ? ` (HTTP ${status})` : ''}${
			endpoint.repeatable ? '' : doubt
		}`,
		{
			description: [
				mayHave ? mayHaveActed(endpoint) : '',
				answer.kind === 'lost' ? `Host ${server}, code ${answer.code}.` : '',
			]
				.filter(Boolean)
				.join(' '),
			status,
			failure: { cause: 'temporarily-unavailable' },
		},
	);
}

function tooLarge(
	{ mostBytes }: Extract<Answer, { kind: 'tooLarge' }>,
	{ endpoint }: Circumstances,
): NinjaOneError {
	const size = `${Math.round(mostBytes / 1024 / 1024)} MB`;
	return new NinjaOneError(
		`NinjaOne's answer is larger than ${size}, which is more than this node reads${possibly(endpoint)}`,
		{
			description: [
				'Ask for less: filter by organization, device or time, or set a lower Limit.',
				mayHaveActed(endpoint),
			]
				.filter(Boolean)
				.join(' '),
		},
	);
}

function unexpected(
	{ status, came, wanted }: Extract<Answer, { kind: 'unexpected' }>,
	{ endpoint }: Circumstances,
): NinjaOneError {
	return new NinjaOneError(
		`NinjaOne answered with ${came} where ${wanted} was expected (HTTP ${status})${possibly(endpoint)}`,
		{
			description:
				mayHaveActed(endpoint) ??
				'What was asked for may be missing, or something between n8n and NinjaOne answered in its place.',
			status,
			// Like a lost answer: what has become of the request is not known.
			failure: { cause: 'temporarily-unavailable' },
		},
	);
}

/** What the message of a failed change adds where the change may be done. */
const possibly = ({ effect }: Endpoint) =>
	effect === 'read' ? '' : '. The request may have been carried out, so it was not sent again';

function mayHaveActed(endpoint: Endpoint): string | undefined {
	if (endpoint.effect === 'read') return undefined;
	return 'NinjaOne may have acted on the request: look at the device or its activities before running this again.';
}

const reason = ({ text: whole, code }: Reason) => {
	const text = whole && cut(whole);
	if (text && code && code !== 'FAILURE' && !text.includes(code)) return `${text} (${code})`;
	return text ?? code;
};

/** Characters of a reason that are shown: NinjaOne can answer with a whole page. */
const longestReason = 500;

const cut = (text: string) =>
	text.length > longestReason ? `${text.slice(0, longestReason)}...` : text;

const trace = ({ incidentId }: Reason, requestId: string | undefined) =>
	[
		incidentId ? `NinjaOne's incident ID: ${incidentId}.` : '',
		requestId ? `Request ID: ${requestId}.` : '',
	]
		.filter(Boolean)
		.join(' ');

import type { Answer } from './answer';
import type { Connection } from './connection';
import { joined } from './defined';
import type { Endpoint } from './endpoint';
import { NinjaOneError } from './errors';
import { explainRefusal, inDoubt, type Explanation } from './explainRefusal';
import { cut, reason } from './reason';
import { hide } from './secrets';

/** Facts about the call and the credential that make an explanation concrete. */
interface Circumstances extends Pick<Connection, 'server' | 'grantType' | 'longestWaitMs'> {
	endpoint: Endpoint;
	tries: number;
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

function explanation(answer: Failed, about: Circumstances): Explanation {
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
			return {
				message: 'The time for this run is over before NinjaOne was asked',
				failure: { cause: 'temporarily-unavailable' },
			};
		case 'cancelled':
			return { message: 'The execution was cancelled', description: inDoubt(about.endpoint) };
		case 'unknown':
			return {
				message: `NinjaOne could not be called: ${cut(answer.message)}`,
				description: inDoubt(about.endpoint),
			};
	}
}

function explainSignIn(
	{ status, body, reconnect }: Extract<Answer, { kind: 'signIn' }>,
	{ server, grantType }: Circumstances,
): Explanation {
	const signInError = (message: string, description: string): Explanation => ({
		message,
		description,
		status,
		code: body.code,
		failure: { cause: 'credential-invalid' },
	});

	if (reconnect || body.code === 'invalid_grant' || body.code === 'invalid_token') {
		return signInError(
			'The NinjaOne credential is not connected, or its connection has ended: open it and connect again',
			'In the credential press Connect or, where n8n still shows an account, Switch account. The refresh token was used up, revoked or never issued; an app that is meant to stay connected needs the scope "offline_access" and the grant "Refresh Token".',
		);
	}
	if (status === 404 || body.code === 'Client app not exist') {
		return signInError(
			`Wrong region or client ID: ${server} does not know this client app`,
			'Choose the region in whose NinjaOne the API app was made, and compare the client ID. If it worked before, the app has been removed or revoked.',
		);
	}
	if (body.code === 'invalid_client') {
		return signInError(
			'Wrong client secret: NinjaOne knows the client ID and refuses the secret',
			'NinjaOne shows a secret once, when it is made. Make a new one for the API app and paste it without blanks.',
		);
	}
	if (body.code === 'unauthorized_client' || body.code === 'unsupported_grant_type') {
		return signInError(
			grantType === 'clientCredentials'
				? 'The API app does not have the grant "Client Credentials"'
				: 'The API app does not have the grants "Authorization Code" and "Refresh Token"',
			'Administration > Apps > API in NinjaOne: tick the grant in the app, or choose the other grant in the credential.',
		);
	}
	if (body.code === 'invalid_scope') {
		return signInError(
			'The credential asks for a scope that the API app does not allow',
			'Tick the scope in the API app in NinjaOne, or take it out of the credential.',
		);
	}
	return signInError(
		`NinjaOne gave no token: ${reason(body) ?? `HTTP ${status ?? 'unknown'}`}`,
		'Test the credential.',
	);
}

function tooManyRequests(
	{ retryAfterMs }: { retryAfterMs?: number },
	{ tries, longestWaitMs }: Circumstances,
): Explanation {
	const asked =
		retryAfterMs === undefined ? '' : `; it asks to wait ${Math.ceil(retryAfterMs / 1000)} s`;
	const gaveUp = (retryAfterMs ?? 0) > longestWaitMs ? '' : ` after ${tries} tries`;
	return {
		message: `NinjaOne is receiving too many requests${gaveUp}${asked}`,
		description:
			'Nothing was done by this request. Lower "Max Concurrent Requests" under Options, or run the workflow less often.',
		status: 429,
		failure: { cause: 'rate-limited', retryAfterMs },
	};
}

const noAnswerSince = {
	unavailable: 'a gateway in front of NinjaOne failed',
	page: 'a web page or cut text came in place of an answer',
	lost: 'the connection failed or timed out',
};

function noAnswer(
	answer: Extract<Answer, { kind: 'unavailable' | 'page' | 'lost' }>,
	{ endpoint, server, tries, mayHaveActed }: Circumstances,
): Explanation {
	const noConnection = '. No connection came about, so the request was not carried out';
	const doubt = mayHaveActed ? notSentAgain : noConnection;
	const often = tries > 1 ? ` ${tries} times` : '';
	const status = answer.kind === 'lost' ? undefined : answer.status;
	const what = `${noAnswerSince[answer.kind]}${status ? ` (HTTP ${status})` : ''}`;
	return {
		message: `No answer from NinjaOne${often}: ${what}${endpoint.repeatable ? '' : doubt}`,
		description: joined(
			mayHaveActed && inDoubt(endpoint),
			answer.kind === 'lost' && `Host ${server}, code ${answer.code}.`,
		),
		status,
		failure: { cause: 'temporarily-unavailable' },
	};
}

function tooLarge(
	{ mostBytes }: Extract<Answer, { kind: 'tooLarge' }>,
	{ endpoint }: Circumstances,
): Explanation {
	const size = `${Math.round(mostBytes / 1024 / 1024)} MB`;
	return {
		message: `NinjaOne's answer is larger than ${size}, which is more than this node reads${possibly(endpoint)}`,
		description: joined(
			'Ask for less: filter by organization, device or time, or set a lower Limit.',
			inDoubt(endpoint),
		),
	};
}

function unexpected(
	{ status, came, wanted }: Extract<Answer, { kind: 'unexpected' }>,
	{ endpoint }: Circumstances,
): Explanation {
	return {
		message: `NinjaOne answered with ${came} where ${wanted} was expected (HTTP ${status})${possibly(endpoint)}`,
		description:
			inDoubt(endpoint) ??
			'What was asked for may be missing, or something between n8n and NinjaOne answered in its place.',
		status,
		// Like a lost answer: what has become of the request is not known.
		failure: { cause: 'temporarily-unavailable' },
	};
}

const notSentAgain = '. The request may have been carried out, so it was not sent again';

/** What the message of a failed change adds where the change may be done. */
const possibly = ({ effect }: Endpoint) => (effect === 'read' ? '' : notSentAgain);

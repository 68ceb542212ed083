import type { Answer } from './answer';
import { joined } from './defined';
import type { Endpoint } from './endpoint';
import type { ErrorDetails } from './errors';
import { reason, type Reason } from './reason';

/** What an error is made of. */
export type Explanation = ErrorDetails & { message: string };

/** Says in words why NinjaOne turned a call down, and what to do. */
export function explainRefusal(
	{ status, body, requestId }: Extract<Answer, { kind: 'refused' }>,
	{ endpoint }: { endpoint: Endpoint },
): Explanation {
	const { message, advice } = refusal(status, body, endpoint);
	const isPassing = status >= 500 && !isDenied(status, body) && !lacksModule(status, endpoint);
	return {
		message,
		description: joined(
			advice,
			// What NinjaOne's support asks for.
			body.incidentId && `NinjaOne's incident ID: ${body.incidentId}.`,
			requestId && `Request ID: ${requestId}.`,
		),
		status,
		code: body.code,
		...(status === 401 ? { failure: { cause: 'credential-invalid' } } : {}),
		...(isPassing ? { failure: { cause: 'temporarily-unavailable' } } : {}),
	};
}

/** What to look at after a change whose outcome is not known; undefined for a read. */
export const inDoubt = ({ effect }: Endpoint): string | undefined =>
	effect === 'read'
		? undefined
		: 'NinjaOne may have acted on the request: look at the device or its activities before running this again.';

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
				: inDoubt(endpoint),
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

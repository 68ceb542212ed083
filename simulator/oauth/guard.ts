import type { Scope } from '../../contracts';
import { accessError } from '../refusal';
import type { Access, Authority } from './authority';

/** Calls that NinjaOne answers to people only, whether or not the simulator has the route. */
const personal: readonly { method: string; path: RegExp }[] = [
	{ method: 'POST', path: /^\/v2\/device\/\d+\/script\/run$/ },
	{ method: 'POST', path: /^\/v2\/ticketing\/ticket$/ },
	{ method: 'PUT', path: /^\/v2\/ticketing\/ticket\/\d+$/ },
	{ method: 'POST', path: /^\/v2\/ticketing\/ticket\/\d+\/comment$/ },
];
const search = { method: 'GET', path: /^\/v2\/devices\/search$/ };

/** Reads that go by POST, and a read that is counted as management. */
const boardRun = /^\/v2\/ticketing\/trigger\/board\/\d+\/run$/;
const dashboardLink = /^\/v2\/device\/\d+\/dashboard-url$/;

export interface Call {
	method: string;
	path: string;
	authorization?: string;
}

/** Lets a call of the API pass, and says in whose name it is made. */
export function createGuard(
	authority: Authority,
	{ searchNeedsUser }: { searchNeedsUser: boolean },
) {
	const forPeople = searchNeedsUser ? [...personal, search] : personal;
	return (call: Call): Access => {
		const access = authority.access(bearerOf(call));
		if (!access) throw accessError(401, 'not_authenticated', 'Invalid credentials', 10);
		const scope = scopeFor(call);
		if (!access.scopes.includes(scope)) {
			throw accessError(403, 'insufficient_privileges', `The scope ${scope} is required`, 3);
		}
		const needsUser = forPeople.some(
			({ method, path }) => method === call.method && path.test(call.path),
		);
		if (needsUser && access.userId === undefined) {
			const description =
				'Access key does not have user context which is required for this request';
			throw accessError(403, 'user_context_required', description, 5);
		}
		return access;
	};
}

function bearerOf({ authorization }: Call): string {
	if (authorization === undefined) {
		throw accessError(400, 'missing_header', 'Missing required header', 2);
	}
	const bearer = /^Bearer ([\w~+/.-]+=*)$/.exec(authorization)?.[1];
	if (bearer === undefined) throw accessError(400, 'invalid_header', 'Invalid header', 1);
	return bearer;
}

function scopeFor({ method, path }: Call): Scope {
	if (method === 'GET') return dashboardLink.test(path) ? 'management' : 'monitoring';
	return boardRun.test(path) ? 'monitoring' : 'management';
}

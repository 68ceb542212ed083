import type { IDataObject } from 'n8n-workflow';
import { devices } from '../../api/endpoints/devices';
import { organizations } from '../../api/endpoints/organizations';
import { users } from '../../api/endpoints/users';
import { asNinjaOneError } from '../../api/errors';
import { call, type Call } from '../../api/request';
import { operation, type Caller } from '../../operations/operation';

export const checkHealth = operation({
	name: 'Check Health',
	action: 'Check health of connection',
	description:
		'Check that the credential signs in, has the scopes it asks for, and can list organizations, devices and users. Changes nothing.',
	endpoints: [organizations.list, devices.list, users.list],
	fields: {},
	async run(caller) {
		const organizationCheck = await lists(caller, 'Lists Organizations', call(organizations.list));
		const signedIn = organizationCheck.signedIn;
		const untried = (check: string) => failed(check, 'not tried', 'Mend the sign-in first.');
		const listed = async (check: string, all: Call) =>
			signedIn ? (await lists(caller, check, all)).row : untried(check);
		return [
			signedIn
				? passed('Authenticates', 'NinjaOne gave a token and accepted it')
				: failed('Authenticates', organizationCheck.row.seen, organizationCheck.row.advice),
			signedIn ? await scopes(caller) : untried('Granted Scopes'),
			signedIn ? organizationCheck.row : untried('Lists Organizations'),
			await listed('Lists Devices', call(devices.list)),
			await listed('Lists Users', call(users.list)),
		];
	},
});

/** Rows that are enough to see that a list can be read. */
const sampleSize = 10;

/** One check, as it comes out. `sampleSize` counts the records that were seen, where there are any to see. */
interface Check extends IDataObject {
	check: string;
	status: 'passed' | 'failed';
	seen: string;
	advice: string;
	passed: boolean;
}

const passed = (check: string, seen: string): Check => ({
	check,
	status: 'passed',
	seen,
	advice: 'Nothing to change',
	passed: true,
});

const failed = (check: string, seen: string, advice = ''): Check => ({
	check,
	status: 'failed',
	seen,
	advice,
	passed: false,
});

/** Reads the head of a list. A refusal comes after the sign-in, so it tells that the sign-in worked. */
async function lists(
	caller: Caller,
	check: string,
	all: Call,
): Promise<{ row: Check; signedIn: boolean }> {
	try {
		const { length } = await caller.rows(all, sampleSize);
		const seen = length === 0 ? 'none: the list is empty' : `${length} in the sample`;
		return { row: { ...passed(check, seen), sampleSize: length }, signedIn: true };
	} catch (error) {
		const { message, description, status, failure } = asNinjaOneError(error);
		const signedIn = status !== undefined && failure === undefined;
		return { row: failed(check, message, description), signedIn };
	}
}

/** Compares what the token was granted with what the credential asks for. */
async function scopes(caller: Caller): Promise<Check> {
	const { requestedScopes, grantedScopes } = await caller.facts();
	if (!grantedScopes) {
		return failed(
			'Granted Scopes',
			'NinjaOne did not say which scopes the token has',
			'Connect or test the credential again; the lists below show what works.',
		);
	}
	const missing = requestedScopes.filter((scope) => !grantedScopes.includes(scope));
	const seen = `granted: ${grantedScopes.join(', ')}; asked for: ${requestedScopes.join(', ')}`;
	if (missing.length === 0) return passed('Granted Scopes', seen);
	return failed(
		'Granted Scopes',
		seen,
		`Tick ${missing.join(' and ')} in the API app in NinjaOne (Administration > Apps > API), then connect or test the credential again.`,
	);
}

import type { Connection } from './connection';
import type { Endpoint } from './endpoint';
import { NinjaOneError } from './errors';

/**
 * The scope of a credential is a promise: with Monitoring alone nothing is changed, whatever a token that was issued
 * earlier would still allow. What NinjaOne granted is not looked at here: a token that lacks a scope is renewed only by
 * being used.
 * @returns what to say in place of sending a call that the credential does not cover
 */
export function missingScope(
	{ scopes }: Pick<Connection, 'scopes'>,
	{ scope }: Endpoint,
): NinjaOneError | undefined {
	if (scope === 'monitoring' || scopes.includes(scope)) return undefined;
	return new NinjaOneError(
		'The NinjaOne credential has the scope Monitoring only, so this change was not sent',
		{
			description:
				'To allow changes, open the credential in n8n, set Scopes to "Monitoring and Management", and connect again where it asks for that. The API app in NinjaOne (Administration > Apps > API) must have Management ticked, too.',
			code: 'scope_missing',
			failure: { cause: 'configuration-invalid' },
		},
	);
}

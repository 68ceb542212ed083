import { relatedItems } from '../../api/endpoints/relatedItems';
import { call } from '../../api/request';
import { optionalText, secretText, text } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { hostFields } from './entities';
import { withoutSecrets } from './secure';

export const addSecure = operation({
	name: 'Add Secure',
	action: 'Add secure related item',
	description:
		'Keep a secret with a record: a password, a TOTP secret or notes. What is secret does not come out again.',
	endpoints: [relatedItems.createSecure],
	fields: {
		...hostFields(),
		name: text({ displayName: 'Name', description: 'What the secret is called' }),
		url: optionalText({ displayName: 'URL', description: 'Where the secret is used' }),
		username: optionalText({
			displayName: 'Username',
			description: 'The user who signs in with it',
		}),
		password: secretText({
			displayName: 'Password',
			description: 'The password, stored encrypted in NinjaOne',
		}),
		totpSecret: secretText({
			displayName: 'TOTP Secret',
			description: 'The key from which one-time codes are made',
		}),
		notes: secretText({
			displayName: 'Notes',
			description: 'Notes on the secret; they are treated as secret, too',
		}),
	},
	async run(caller, { entityType, entityId, ...body }) {
		const path = { entityType, entityId };
		const secrets = [body.password, body.totpSecret, body.notes].filter(
			(secret) => secret !== undefined,
		);
		const answer = await caller.send(call(relatedItems.createSecure, { path, body, secrets }));
		return changedRows(answer, [path]).map((row) => withoutSecrets(row));
	},
});

import { endUsers } from '../../api/endpoints/endUsers';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { onlyWhen } from '../../operations/field';
import { authorFlag, optionalText } from '../../operations/fields';
import { operation, type Caller } from '../../operations/operation';
import { endUserId } from '../fields/people';

/** Parameters of an operation that hits the wrong person hard: the email address is demanded, and must match. */
const emailDemand = {
	demandEmail: authorFlag(
		{
			displayName: 'Demand Email Address',
			description:
				"Whether the end user's email address must be given and match before anything is sent",
		},
		true,
	),
	confirmationEmail: onlyWhen(
		{ demandEmail: [true] },
		optionalText({
			displayName: 'Email Address',
			description: 'The email address of the end user, as NinjaOne shows it',
			placeholder: 'e.g. name@example.com',
		}),
	),
};

interface EmailDemand {
	demandEmail?: boolean;
	confirmationEmail?: string;
}

/**
 * Reads the end user and compares the email address with the one that was given. The real address stays out of the
 * message: who has to confirm it, an AI agent too, should know it.
 * @throws NinjaOneError where the address is missing or another one
 */
async function holdToEmail(
	caller: Caller,
	id: number,
	{ demandEmail, confirmationEmail }: EmailDemand,
): Promise<void> {
	if (!demandEmail) return;
	const refusal = (problem: string) =>
		inputError(
			'Email Address',
			`${problem}, so nothing was changed: give the email address of end user ${id} as NinjaOne shows it`,
			'Check that it is the person you mean. To do without the address, the author of the workflow can turn off "Demand Email Address".',
		);
	if (confirmationEmail === undefined) throw refusal('is empty');
	const row = await caller.send(call(endUsers.get, { path: { id } }));
	if (String(row.email ?? '').toLowerCase() !== confirmationEmail.toLowerCase()) {
		throw refusal(`"${confirmationEmail}" is not the address of this end user`);
	}
}

export const deleteEndUser = operation({
	name: 'Delete',
	action: 'Delete end user',
	description: 'Delete an end user for good. The email address is demanded as a confirmation.',
	endpoints: [endUsers.delete, endUsers.get],
	fields: { endUserId: endUserId(), ...emailDemand },
	async run(caller, { endUserId: id, ...demand }) {
		await holdToEmail(caller, id, demand);
		await caller.send(call(endUsers.delete, { path: { id } }));
		return [{ success: true, deleted: true, endUserId: id }];
	},
});

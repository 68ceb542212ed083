import { endUsers } from '../../api/endpoints/endUsers';
import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { endUserIdOf, endUserReference } from '../fields/endUsers';
import { emailDemand, holdToEmail } from './emailDemand';

export const remove = operation({
	name: 'Delete',
	action: 'Delete end user',
	description: 'Delete an end user for good. The email address is demanded as a confirmation.',
	endpoints: [endUsers.delete, endUsers.get, users.list],
	fields: { endUserId: endUserReference(), ...emailDemand },
	async run(caller, { endUserId, ...demand }) {
		const id = await endUserIdOf(caller, endUserId);
		await holdToEmail(caller, id, demand);
		await caller.send(call(endUsers.delete, { path: { id } }));
		return [{ success: true, deleted: true, endUserId: id }];
	},
});

import type { IDataObject } from 'n8n-workflow';
import { endUsers } from '../../api/endpoints/endUsers';
import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { endUserIdOf, endUserReference } from '../fields/endUsers';

export const get = operation({
	name: 'Get',
	action: 'Get end user',
	description:
		'Get one end user by email address, name or ID, with the IDs of the devices that are assigned',
	endpoints: [endUsers.get, users.list],
	fields: { endUserId: endUserReference() },
	async run(caller, { endUserId }) {
		const id = await endUserIdOf(caller, endUserId);
		return [(await caller.send(call(endUsers.get, { path: { id } }))) as IDataObject];
	},
});

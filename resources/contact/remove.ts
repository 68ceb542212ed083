import { contactDelete, contacts } from '../../api/endpoints/contacts';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { contactIdOf, contactReference } from './fields';

export const remove = operation({
	name: 'Delete',
	action: 'Delete contact',
	description: 'Delete a contact for good',
	endpoints: [contactDelete, contacts],
	fields: { contactId: contactReference() },
	async run(caller, { contactId }) {
		const id = await contactIdOf(caller, contactId);
		await caller.send(call(contactDelete, { path: { id } }));
		return [{ success: true, deleted: true, contactId: id }];
	},
});

import { contacts } from '../../api/endpoints/contacts';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { contactIdOf, contactReference } from './fields';

export const remove = operation({
	name: 'Delete',
	action: 'Delete contact',
	description: 'Delete a contact for good',
	endpoints: [contacts.delete, contacts.list],
	fields: { contactId: contactReference() },
	async run(caller, { contactId }) {
		const id = await contactIdOf(caller, contactId);
		await caller.send(call(contacts.delete, { path: { id } }));
		return [{ success: true, deleted: true, contactId: id }];
	},
});

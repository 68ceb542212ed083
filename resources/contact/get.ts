import type { IDataObject } from 'n8n-workflow';
import { contacts } from '../../api/endpoints/contacts';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { contactIdOf, contactReference } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get contact',
	description: 'Get one contact by name, email address or ID',
	endpoints: [contacts.get, contacts.list],
	fields: { contactId: contactReference() },
	async run(caller, { contactId }) {
		const id = await contactIdOf(caller, contactId);
		return [(await caller.send(call(contacts.get, { path: { id } }))) as IDataObject];
	},
});

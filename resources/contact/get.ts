import type { IDataObject } from 'n8n-workflow';
import { contact, contacts } from '../../api/endpoints/contacts';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { contactIdOf, contactReference } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get contact',
	description: 'Get one contact by name, email address or ID',
	endpoints: [contact, contacts],
	fields: { contactId: contactReference() },
	async run(caller, { contactId }) {
		const id = await contactIdOf(caller, contactId);
		return [(await caller.send(call(contact, { path: { id } }))) as IDataObject];
	},
});

import type { IDataObject } from 'n8n-workflow';
import { contacts } from '../../api/endpoints/contacts';
import { call } from '../../api/request';
import { changes, collection, filterCollection } from '../../operations/collection';
import { optionalText } from '../../operations/fields';
import { operation, type Resource } from '../../operations/operation';
import { record } from '../../operations/record';
import { recordList } from '../../operations/recordList';
import { organizationChoice, organizationChoices, organizationId } from '../fields/organizations';
import { managerUid, personLabel } from '../fields/people';
import { changedNames, email, named, newNames, phone } from '../fields/personFields';
import { personName } from '../fields/personName';

const contactList = recordList(call(contacts.list), {
	searchMethod: 'searchContacts',
	names: (row) => [personName(row), row.email],
	about: ({ email, organizationId }) =>
		[email, organizationId && `organization ${String(organizationId)}`].filter(Boolean).join(', '),
	item: (row) => ({ name: personLabel(row), value: row.id as number }),
});

const contactId = record(
	{
		displayName: 'Contact',
		description:
			'The contact: picked from the list, or given by full name, email address or numeric ID',
		example: '80001',
	},
	contactList,
);

/** How to reach a contact, and what the contact does. */
const details = {
	email: email(),
	jobTitle: named(
		optionalText({ displayName: 'Job Title', description: 'What the contact does there' }),
	),
	phone: phone(),
};

export const contact: Resource = {
	name: 'Contact',
	description: 'Somebody at an organization who has no account in NinjaOne',
	operations: {
		create: operation({
			name: 'Create',
			action: 'Create contact',
			description: 'Add a contact to an organization: somebody without an account in NinjaOne',
			endpoint: contacts.create,
			fields: {
				organizationId: organizationId(),
				...newNames(),
				additionalFields: collection(
					{ displayName: 'Additional Fields', placeholder: 'Add field' },
					{ ...details, manager: managerUid() },
				),
			},
			// The manager's name differs from that of users, and NinjaOne takes it when a contact is made alone.
			fill: ({ additionalFields: { manager, ...more }, ...person }) => ({
				body: { ...person, ...more, managerUuid: manager },
			}),
		}),

		delete: operation({
			name: 'Delete',
			action: 'Delete contact',
			description: 'Delete a contact for good',
			endpoint: contacts.delete,
			fields: { contactId },
			fill: ({ contactId: id }) => ({ path: { id } }),
			done: (ids) => ({ deleted: true, ...ids }),
		}),

		get: operation({
			name: 'Get',
			action: 'Get contact',
			description: 'Get one contact by name, email address or ID',
			endpoint: contacts.get,
			fields: { contactId },
			fill: ({ contactId: id }) => ({ path: { id } }),
		}),

		getMany: operation({
			name: 'Get Many',
			action: 'Get many contacts',
			description: 'List many contacts, of all organizations or of some',
			endpoint: contacts.list,
			fields: {
				filters: filterCollection(
					{ displayName: 'Filters', placeholder: 'Add filter' },
					{ organizationIds: organizationChoices() },
				),
			},
			// NinjaOne gives the contacts of all organizations.
			keep: ({ filters: { organizationIds = [] } }) =>
				organizationIds.length === 0
					? undefined
					: ({ organizationId }: IDataObject) => organizationIds.includes(Number(organizationId)),
		}),

		update: operation({
			name: 'Update',
			action: 'Update contact',
			description: 'Change fields of a contact and keep the others',
			endpoint: contacts.update,
			fields: {
				contactId,
				updateFields: changes(
					{ displayName: 'Update Fields', placeholder: 'Add field' },
					{
						...details,
						...changedNames(),
						organization: organizationChoice(
							'The organization that the contact moves to, also by name',
						),
					},
				),
			},
			fill: ({ contactId: id, updateFields: { organization, ...given } }) => ({
				path: { id },
				body: { ...given, organizationId: organization },
			}),
		}),
	},
};

import type { Resource } from '../../operations/operation';
import { addComment } from './addComment';
import { create } from './create';
import { createOrUpdate } from './createOrUpdate';
import { get } from './get';
import { getAttributes } from './getAttributes';
import { getBoards } from './getBoards';
import { getContacts } from './getContacts';
import { getForm } from './getForm';
import { getForms } from './getForms';
import { getLogEntries } from './getLogEntries';
import { getMany } from './getMany';
import { getPeople } from './getPeople';
import { getStatuses } from './getStatuses';
import { setStatus } from './setStatus';
import { update } from './update';

export const ticket: Resource = {
	name: 'Ticket',
	description: "A request in NinjaOne's ticketing, with the boards, forms and people around it",
	operations: {
		addComment,
		create,
		createOrUpdate,
		get,
		getAttributes,
		getBoards,
		getContacts,
		getForm,
		getForms,
		getLogEntries,
		getMany,
		getPeople,
		getStatuses,
		setStatus,
		update,
	},
};

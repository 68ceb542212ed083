import type { INodeParameters } from 'n8n-workflow';
import { byId, byName } from './common';

const map = (value: INodeParameters) => ({ mappingMode: 'defineBelow', value });

/** What the seed of the simulator has. */
interface Seeded {
	organization: string;
	/** Of that organization. */
	location: string;
	device: string;
	requester: string;
	technicians: readonly string[];
}

/** Every field that a ticket can have, by name wherever names are taken. */
const everyDetail = ({ location, device, requester, technicians }: Seeded): INodeParameters => ({
	additionalTechnicians: [...technicians],
	assignee: technicians[0],
	cc: `office@example.com,${requester}`,
	device: byName(device),
	followupTime: '2030-01-31T08:00:00Z',
	location,
	parentTicketId: 1001,
	priority: 'HIGH',
	requester: byName(requester),
	severity: 'MAJOR',
	tags: 'printer,vip',
	type: 'INCIDENT',
});

/** A value for each field of the form "Default". */
const everyFormField = map({
	'Asset label': 'AL-1',
	'Affected users': 3,
	'Impact area': 'Network',
	'Affected systems': 'ERP, CRM',
	'Needs a visit': true,
	'Wanted by': '2030-01-31',
});

const board = byName('All tickets');

const newTicket = (seeded: Seeded): INodeParameters => ({
	organizationId: byName(seeded.organization),
	ticketFormId: 'Default',
	subject: 'Printer is on fire',
	status: 'Open',
	description: '<p>Smoke everywhere</p>',
	descriptionOptions: {
		duplicateInIncidents: true,
		format: 'html',
		isPublic: true,
		timeTracked: 5,
		timeTrackedUnit: 'minutes',
	},
	attributes: everyFormField,
	additionalFields: everyDetail(seeded),
});

/** What the form "Purchase" requires, and a file. */
const signedOrder = map({ 'Cost center': '4711', 'Signed order': 'data' });

const purchase = ({ organization }: Seeded): INodeParameters => ({
	organizationId: byName(organization),
	ticketFormId: 'Purchase',
	subject: 'New printer',
	attributes: signedOrder,
});

/** Stands for the UID of an alert. */
const keyed = { uniqueTag: '6f1c2a55-2f0e-4f9e-9d1a-6a1f7a0c9b11', board };

export const ticketSamples = (seeded: Seeded): Readonly<Record<string, INodeParameters[]>> => ({
	'contact.create': [
		{
			organizationId: byName(seeded.organization),
			firstName: 'Ann',
			lastName: 'Example',
			additionalFields: {
				email: 'ann@example.com',
				jobTitle: 'Accountant',
				manager: 'zion.collins@msp.example',
				phone: '+49 30 1',
			},
		},
	],
	'contact.delete': [{ contactId: byId(80012) }, { contactId: byName('contact11@corke.example') }],
	'contact.get': [{ contactId: byName('contact3@hegma.example') }],
	'contact.getMany': [{ returnAll: true, filters: { organizationIds: [1, seeded.organization] } }],
	'contact.update': [
		{
			contactId: byName('contact3@hegma.example'),
			updateFields: {
				email: 'contact3@hegma.example',
				firstName: 'Ann',
				jobTitle: 'Accountant',
				lastName: 'Example',
				organization: seeded.organization,
				phone: '+49 30 1',
			},
		},
	],
	'ticket.addComment': [
		{
			ticketId: 1001,
			comment: 'Looked at it',
			isPublic: false,
			inputFields: 'data,picture',
			commentOptions: {
				duplicateInIncidents: true,
				format: 'html',
				timeTracked: 90,
				timeTrackedUnit: 'seconds',
			},
		},
		{ ticketId: 1001, comment: 'Looked again', commentOptions: { format: 'text' } },
	],
	'ticket.create': [
		newTicket(seeded),
		{
			...newTicket(seeded),
			description: 'Smoke everywhere',
			descriptionOptions: { format: 'text' },
		},
		purchase(seeded),
	],
	'ticket.createOrUpdate': [
		{ ...keyed, whenDone: 'create', ...newTicket(seeded) },
		{ ...keyed, whenDone: 'reopen', ...newTicket(seeded), subject: 'It burns again' },
		{ ...keyed, uniqueTag: 'order-1', whenDone: 'create', ...purchase(seeded) },
	],
	'ticket.get': [{ ticketId: 1001, includeFormFields: true }],
	'ticket.getAttributes': [{ returnAll: true }],
	'ticket.getBoards': [{ returnAll: true }],
	'ticket.getContacts': [{ returnAll: true }],
	'ticket.getForm': [{ ticketFormId: 'Purchase' }],
	'ticket.getForms': [{ returnAll: true }],
	'ticket.getLogEntries': [
		{ ticketId: 1001, returnAll: true, types: ['COMMENT', 'DESCRIPTION'] },
		{ ticketId: 1002, returnAll: true, types: ['COMMENT'] },
	],
	'ticket.getMany': [
		{
			board,
			returnAll: true,
			filters: {
				assignee: seeded.technicians[0],
				organization: seeded.organization,
				priority: 'HIGH',
				raw: JSON.stringify([
					{ field: 'type', operator: 'is', value: 'TASK' },
					{
						field: 'source',
						operator: 'is_not',
						value: 'EMAIL',
						params: { repeat: false, value: 'EMAIL' },
					},
				]),
				search: 'printer',
				severity: 'MAJOR',
				status: 'Open',
				tags: 'vip',
				type: 'TASK',
			},
			view: { columns: 'followupTime,source', sortDirection: 'DESC', sortField: 'createTime' },
		},
	],
	'ticket.getPeople': [
		{ returnAll: true, filters: { organizationId: seeded.organization } },
		{ returnAll: true, filters: { organizationId: 1, search: 'a', userType: 'END_USER' } },
	],
	'ticket.getStatuses': [{ returnAll: true }],
	'ticket.setStatus': [{ ticketId: 1001, status: 'Closed' }],
	'ticket.update': [
		{
			ticketId: 1002,
			ticketFormId: 'Default',
			attributes: everyFormField,
			updateFields: {
				...everyDetail(seeded),
				newForm: 'Default',
				organization: seeded.organization,
				status: 'Waiting for parts',
				subject: 'Printer was on fire',
				tagsMode: 'add',
			},
		},
		{
			ticketId: 1002,
			fieldsToClear: ['assignedAppUserId', 'cc', 'nodeId', 'followupTime', 'locationId', 'tags'],
			formFieldsToClear: 'Asset label',
		},
		{
			ticketId: 1002,
			attributes: signedOrder,
			updateFields: { newForm: 'Purchase' },
		},
	],
});

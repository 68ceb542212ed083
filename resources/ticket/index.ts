import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { filterCollection } from '../../operations/collection';
import { choice, codes, optionalText } from '../../operations/fields';
import { operation, type Resource } from '../../operations/operation';
import { requiredRecordChoice } from '../../operations/record';
import { organizationChoice } from '../fields/organizations';
import { addComment } from './addComment';
import { changeEndpoints, changeTicket, readTicket } from './change';
import { createOrUpdate } from './createOrUpdate';
import { ticketId } from './form';
import { get } from './get';
import { getMany } from './getMany';
import { formList, statusList } from './lists';
import {
	demandDescription,
	newTicketEndpoints,
	newTicketFields,
	openTicket,
	resolveTicket,
} from './newTicket';
import { update } from './update';

export const ticket: Resource = {
	name: 'Ticket',
	description: "A request in NinjaOne's ticketing, with the boards, forms and people around it",
	operations: {
		addComment,

		create: operation({
			name: 'Create',
			action: 'Create ticket',
			description:
				'Open a ticket for an organization. To open one ticket for one alert however often it comes, use Create or Update.',
			endpoints: newTicketEndpoints,
			fields: newTicketFields,
			async run(caller, given) {
				demandDescription(given);
				const tags = [...new Set(given.additionalFields.tags)];
				return [await openTicket(caller, given, await resolveTicket(caller, given), tags)];
			},
		}),

		createOrUpdate,

		get,

		getAttributes: operation({
			name: 'Get Form Fields',
			action: 'Get ticket form fields',
			description: 'List the fields that forms can add to tickets, with their types and options',
			endpoint: tickets.attributes,
			fields: {},
		}),

		getBoards: operation({
			name: 'Get Boards',
			action: 'Get ticket boards',
			description: 'List the boards on which tickets are found, with their columns',
			endpoint: tickets.boards,
			fields: {},
		}),

		getContacts: operation({
			name: 'Get Contacts',
			action: 'Get ticket contacts',
			description: 'List the contacts that can be requesters of tickets',
			endpoint: tickets.contacts,
			fields: {},
		}),

		getForm: operation({
			name: 'Get Form',
			action: 'Get ticket form',
			description: 'Get one form of tickets with its fields, also by its name',
			endpoint: tickets.form,
			fields: {
				ticketFormId: requiredRecordChoice(
					'Form',
					formList,
					'The form that decides which fields a ticket has',
				),
			},
			fill: ({ ticketFormId: id }) => ({ path: { id } }),
		}),

		getForms: operation({
			name: 'Get Forms',
			action: 'Get ticket forms',
			description: 'List the forms of tickets with their fields',
			endpoint: tickets.forms,
			fields: {},
		}),

		getLogEntries: operation({
			name: 'Get Log Entries',
			action: 'Get log entries of ticket',
			description:
				'List what happened to a ticket: its description, comments, changes and time spent',
			endpoint: tickets.logEntries,
			fields: {
				ticketId: ticketId(),
				types: codes(
					{ displayName: 'Types', description: 'Kinds of entries to list; empty for all of them' },
					[
						{ name: 'Comment', value: 'COMMENT' },
						{ name: 'Condition', value: 'CONDITION' },
						{ name: 'Delete', value: 'DELETE' },
						{ name: 'Description', value: 'DESCRIPTION' },
						{ name: 'Info', value: 'INFO' },
						{ name: 'Product', value: 'PRODUCT' },
						{ name: 'Save', value: 'SAVE' },
					],
				),
			},
			fill: ({ ticketId: id, types }) => ({
				path: { ticketId: id },
				// NinjaOne's documentation knows one type in a request; several are picked out here.
				query: { type: types.length === 1 ? types[0] : undefined },
			}),
			keep: ({ types }) =>
				types.length > 1 ? ({ type }: IDataObject) => types.includes(String(type)) : undefined,
			simplify: ({ id, type, body, publicEntry, system, createTime, timeTracked, ...entry }) => ({
				id,
				type,
				body,
				public: publicEntry,
				system,
				createTime,
				timeTracked,
				authorUid: entry.appUserContactUid,
				authorType: entry.appUserContactType,
				changes: entry.changeDiff,
			}),
		}),

		getMany,

		getPeople: operation({
			name: 'Get People',
			action: 'Get ticket people',
			description:
				'List the technicians, end users and contacts that can be requesters or assignees of tickets',
			endpoint: tickets.people,
			fields: {
				filters: filterCollection(
					{ displayName: 'Filters', placeholder: 'Add filter' },
					{
						organizationId: organizationChoice(),
						search: optionalText({
							displayName: 'Search Text',
							description: 'A part of the first name, of the last name or of the email address',
						}),
						userType: choice({ displayName: 'User Type', description: 'Who to list' }, [
							{ name: 'Contact', value: 'CONTACT' },
							{ name: 'End User', value: 'END_USER' },
							{ name: 'Technician', value: 'TECHNICIAN' },
						]),
					},
				),
			},
			fill: ({ filters: { organizationId, search, userType } }) => ({
				query: { clientId: organizationId, searchCriteria: search, userType },
			}),
			key: 'uid',
		}),

		getStatuses: operation({
			name: 'Get Statuses',
			action: 'Get ticket statuses',
			description:
				'List the statuses that a ticket can have: those of NinjaOne, and those of the account',
			endpoint: tickets.statuses,
			fields: {},
			key: 'statusId',
		}),

		setStatus: operation({
			name: 'Set Status or Close',
			action: 'Set status of ticket or close it',
			description:
				'Set the status of a ticket by its name, such as to close, resolve or reopen it. Some accounts refuse to close a ticket directly: set Resolved there.',
			endpoints: changeEndpoints,
			fields: {
				ticketId: ticketId(),
				status: requiredRecordChoice('Status', statusList, 'The new status, also by name'),
			},
			async run(caller, { ticketId: id, status }) {
				const change = { set: { status: String(status) }, clear: [] };
				return [await changeTicket(caller, await readTicket(caller, id), change)];
			},
		}),

		update,
	},
};

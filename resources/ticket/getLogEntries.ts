import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { call } from '../../api/request';
import { codes } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { ticketId } from './fields';

export const getLogEntries = operation({
	name: 'Get Log Entries',
	action: 'Get log entries of ticket',
	description: 'List what happened to a ticket: its description, comments, changes and time spent',
	endpoints: [tickets.logEntries],
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
	request: ({ ticketId: id, types }) =>
		call(tickets.logEntries, {
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
});

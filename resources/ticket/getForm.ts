import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { call } from '../../api/request';
import { needed } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { ticketFormReference } from '../fields/references';
import { formIdOf } from './formFieldValues';

export const getForm = operation({
	name: 'Get Form',
	action: 'Get ticket form',
	description: 'Get one form of tickets with its fields, also by its name',
	endpoints: [tickets.form, tickets.forms],
	fields: { ticketFormId: needed(ticketFormReference()) },
	async run(caller, { ticketFormId }) {
		const id = await formIdOf(caller, ticketFormId);
		return [(await caller.send(call(tickets.form, { path: { id } }))) as IDataObject];
	},
});

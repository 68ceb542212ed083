import { tickets } from '../../api/endpoints/tickets';
import { operation } from '../../operations/operation';
import { requiredRecordChoice } from '../../operations/record';
import { formList } from './lists';

export const getForm = operation({
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
});

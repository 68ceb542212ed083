import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { collection } from '../../operations/collection';
import type { ValuesOf } from '../../operations/field';
import { optionalText } from '../../operations/fields';
import { idIn } from '../../operations/idIn';
import type { Caller } from '../../operations/operation';
import { uploadEndpoints } from '../fields/attachmentValues';
import { organizationId } from '../fields/organizations';
import { requiredRecordChoice } from '../../operations/record';
import { formList } from './lists';
import { formFields } from './form';
import { contentOf } from './content';
import { detailEndpoints, detailsOf } from './details';
import { descriptionOptions, detailFields, statusId, subject, tagList } from './fields';
import {
	attributeChange,
	demandRequired,
	formOf,
	withUploads,
	type AttributeChange,
} from './formFieldValues';
import { builtInStatusId } from './statuses';

/** What a ticket can be opened with. */
export const newTicketFields = {
	organizationId: organizationId(),
	ticketFormId: requiredRecordChoice(
		'Form',
		formList,
		'The form that decides which fields a ticket has',
	),
	subject: subject(),
	status: statusId('Empty for New'),
	description: optionalText({
		displayName: 'Description',
		description:
			'What happened. It is private unless Description Options say otherwise. Only a new ticket takes one.',
		typeOptions: { rows: 4 },
	}),
	descriptionOptions: descriptionOptions(),
	attributes: formFields(true),
	additionalFields: collection(
		{ displayName: 'Additional Fields', placeholder: 'Add field' },
		{ ...detailFields, tags: tagList('Tags of the ticket, comma-separated') },
	),
};
export type NewTicket = ValuesOf<typeof newTicketFields>;

export const newTicketEndpoints = [
	tickets.create,
	tickets.statuses,
	tickets.form,
	...uploadEndpoints,
	...detailEndpoints,
] as const;

/** What was given for a ticket, with NinjaOne's ids in the place of names. */
export interface ResolvedTicket {
	form: IDataObject;
	details: IDataObject;
	attributes: AttributeChange;
}

export async function resolveTicket(caller: Caller, given: NewTicket): Promise<ResolvedTicket> {
	const { subject: title, status, additionalFields, attributes } = given;
	const form = await formOf(caller, given.ticketFormId);
	return {
		form,
		attributes: attributeChange(form, attributes),
		details: await detailsOf(
			caller,
			{ ...additionalFields, subject: title, status },
			given.organizationId,
		),
	};
}

/** Found without NinjaOne. */
export function demandDescription({ description, descriptionOptions }: NewTicket): void {
	if (description !== undefined || !descriptionOptions.timeTracked) return;
	throw inputError('Description', 'is empty, and time is tracked with a description alone');
}

/** Opens the ticket; everything that can be checked here is checked before. */
export async function openTicket(
	caller: Caller,
	given: NewTicket,
	{ form, details, attributes }: ResolvedTicket,
	tags: readonly string[],
): Promise<IDataObject> {
	const { description, descriptionOptions: options } = given;
	demandRequired(form, attributes.set);
	demandDescription(given);
	const status = details.status ?? String(await builtInStatusId(caller, 'NEW'));
	const { set, secrets } = await withUploads(caller, attributes);
	const body = {
		clientId: given.organizationId,
		ticketFormId: idIn(form, 'the ticket form'),
		...details,
		status,
		...(description === undefined
			? {}
			: { description: contentOf(description, options.isPublic ?? false, options) }),
		...(tags.length > 0 ? { tags } : {}),
		...(set.length > 0 ? { attributes: set } : {}),
	};
	const answer = await caller.send(call(tickets.create, { body, secrets }));
	return answer as IDataObject;
}

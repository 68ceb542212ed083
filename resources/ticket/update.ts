import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { inputError } from '../../api/errors';
import { collection } from '../../operations/collection';
import { mayBeNone, type ValuesOf } from '../../operations/field';
import { choice, choices, textsList } from '../../operations/fields';
import { operation, type Caller } from '../../operations/operation';
import { uploadEndpoints } from '../fields/attachmentValues';
import { changeEndpoints, changeTicket, readTicket } from './change';
import { detailEndpoints, detailsOf } from './details';
import { detailFields, newSubject, statusId, tagList } from './fields';
import {
	attributeChange,
	demandRequired,
	formOf,
	withUploads,
	type AttributeValue,
} from './formFieldValues';
import { formFields, ticketId } from './form';
import { formList } from './lists';
import { merged, type TicketChange } from './body';
import { organizationChoice } from '../fields/organizations';
import { recordChoice } from '../../operations/record';

/** Under the names that NinjaOne takes. */
const clearable = [
	{ name: 'Additional Technicians', value: 'additionalAssignedTechnicianIds' },
	{ name: 'Assignee', value: 'assignedAppUserId' },
	{ name: 'CC', value: 'cc' },
	{ name: 'Device', value: 'nodeId' },
	{ name: 'Follow-Up Time', value: 'followupTime' },
	{ name: 'Location', value: 'locationId' },
	{ name: 'Tags', value: 'tags' },
] as const;

const updateFields = {
	...detailFields,
	newForm: recordChoice('New Form', formList, 'The form that the ticket moves to, also by name'),
	organization: organizationChoice(
		'The organization that the ticket moves to, also by name. A location or device of the old one has to be changed or cleared, too',
	),
	status: statusId(),
	subject: newSubject(),
	tags: tagList('Tags to set, to add or to remove, comma-separated'),
	tagsMode: choice({ displayName: 'Tags Mode', description: 'What is done with Tags' }, [
		{ name: 'Replace All Tags', value: 'replace' },
		{ name: 'Add to Tags', value: 'add' },
		{ name: 'Remove From Tags', value: 'remove' },
	]),
};

const fields = {
	ticketId: ticketId(),
	ticketFormId: recordChoice(
		'Form',
		formList,
		"The form whose fields are offered below; empty for the ticket's own. It does not move the ticket: New Form does",
	),
	attributes: formFields(false),
	updateFields: collection(
		{ displayName: 'Update Fields', placeholder: 'Add field' },
		updateFields,
	),
	fieldsToClear: mayBeNone(
		choices(
			{ displayName: 'Fields to Clear', description: 'Fields of the ticket to empty' },
			clearable,
		),
	),
	formFieldsToClear: textsList({
		displayName: 'Form Fields to Clear',
		description: "Names or IDs of the form's fields to empty, comma-separated",
		placeholder: 'e.g. Asset label',
	}),
};
type Given = ValuesOf<typeof fields>;

export const update = operation({
	name: 'Update',
	action: 'Update ticket',
	description:
		'Change fields of a ticket and keep all others, also where somebody else changes it at the same time. "changed" in the output names what is different. Comments are added by Add Comment.',
	endpoints: [...changeEndpoints, tickets.form, ...uploadEndpoints, ...detailEndpoints],
	fields,
	async run(caller, given) {
		demandChange(given);
		const ticket = await readTicket(caller, given.ticketId);
		const change = await changeOf(caller, ticket, given);
		const attributes = change.attributes && (await withUploads(caller, change.attributes));
		return [await changeTicket(caller, ticket, { ...change, attributes })];
	},
});

/** What stands for no change by itself: how tags change, and an empty list. */
const isChange = ([name, value]: [string, unknown]) =>
	name !== 'tagsMode' && value !== undefined && !(Array.isArray(value) && value.length === 0);

function demandChange({ updateFields: set, ...given }: Given): void {
	const changes = [
		...Object.entries(set).filter(isChange),
		...Object.keys(given.attributes.values),
		...given.fieldsToClear,
		...given.formFieldsToClear,
	];
	if (changes.length > 0) return;
	throw inputError('Update Fields', 'has no field to change', 'Add at least one field to it.');
}

async function changeOf(caller: Caller, ticket: IDataObject, given: Given): Promise<TicketChange> {
	const { organization, newForm, tags = [], tagsMode, ...details } = given.updateFields;
	const moves: IDataObject = {
		...(organization && { clientId: organization }),
		...(newForm && { ticketFormId: newForm }),
	};
	const organizationId = (moves.clientId ?? ticket.clientId) as number;
	const set = { ...moves, ...(await detailsOf(caller, details, organizationId)) };
	const change: TicketChange = {
		set,
		clear: given.fieldsToClear,
		...(tags.length > 0 ? { tags: tagging(tags, tagsMode) } : {}),
	};
	demandOneIntention(change);
	return await withFormFields(caller, ticket, change, given);
}

/** The form's fields are needed where values for them are given, or where the ticket gets another form. */
async function withFormFields(
	caller: Caller,
	ticket: IDataObject,
	change: TicketChange,
	{ ticketFormId, attributes, formFieldsToClear }: Given,
): Promise<TicketChange> {
	const moves = change.set.ticketFormId as number | undefined;
	const isTouched = Object.keys(attributes.values).length > 0 || formFieldsToClear.length > 0;
	if (!isTouched && moves === undefined) return change;
	const formId = moves ?? ticketFormId ?? (ticket.ticketFormId as number | undefined);
	if (formId === undefined) throw formless();
	const form = await formOf(caller, formId);
	const whole = { ...change, attributes: attributeChange(form, attributes, formFieldsToClear) };
	if (moves !== undefined) {
		const { attributes: values } = merged(ticket, whole);
		demandRequired(form, (values ?? []) as unknown as AttributeValue[]);
	}
	return whole;
}

const formless = () =>
	inputError(
		'Form Name or ID',
		'is needed: NinjaOne does not say which form this ticket has',
		'Choose the form whose fields are set or emptied. Nothing was changed.',
	);

function tagging(tags: string[], mode: 'replace' | 'add' | 'remove' = 'replace') {
	if (mode === 'replace') return () => [...new Set(tags)];
	if (mode === 'add') return (now: string[]) => [...new Set([...now, ...tags])];
	return (now: string[]) => now.filter((tag) => !tags.includes(tag));
}

/** A field cannot be set and emptied at once. */
function demandOneIntention({ set, clear, tags }: TicketChange): void {
	const isSet = (name: string) => name in set || (name === 'tags' && tags !== undefined);
	const both = clearable.find(({ value }) => clear.includes(value) && isSet(value));
	if (both)
		throw inputError('Fields to Clear', `holds "${both.name}", which is also given a value`);
}

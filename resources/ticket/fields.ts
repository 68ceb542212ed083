import { inputError } from '../../api/errors';
import { priorities, severities } from '../../api/severities';
import { collection } from '../../operations/collection';
import type { Field } from '../../operations/field';
import {
	choice,
	flag,
	optionalId,
	optionalText,
	text,
	textsList,
	time,
	upTo,
	wholeNumber,
} from '../../operations/fields';
import { optionalRecord, record, recordChoice, referenceChoice } from '../../operations/record';
import { findRecord } from '../../operations/recordList';
import { optionalReference } from '../../operations/reference';
import { deviceList } from '../fields/devices';
import { locationList } from '../fields/locations';
import { technicianChoice, technicianChoices } from '../fields/people';
import { boardList, statusList, ticketPeopleList } from './lists';

/** Boards are the only lists of tickets; their IDs differ from account to account. */
export const boardId = () =>
	record(
		{
			displayName: 'Board',
			description: 'The board whose tickets to read: picked from the list, or given by name or ID',
			example: '2',
		},
		boardList,
	);

export const statusId = (description = '') => recordChoice('Status', statusList, description);

const subjectLook = {
	displayName: 'Subject',
	description: 'What the ticket is about, in at most 200 characters',
};
const longestSubject = 200;

export const subject = () => upTo(longestSubject, text(subjectLook));
export const newSubject = () => upTo(longestSubject, optionalText(subjectLook));

export const typeChoice = () =>
	choice({ displayName: 'Type', description: 'What kind of ticket it is' }, [
		{ name: 'Appointment', value: 'APPOINTMENT' },
		{ name: 'Change Request', value: 'CHANGE_REQUEST' },
		{ name: 'Incident', value: 'INCIDENT' },
		{ name: 'Miscellaneous', value: 'MISCELLANEOUS' },
		{ name: 'Problem', value: 'PROBLEM' },
		{ name: 'Project', value: 'PROJECT' },
		{ name: 'Question', value: 'QUESTION' },
		{ name: 'Service Request', value: 'SERVICE_REQUEST' },
		{ name: 'Task', value: 'TASK' },
	]);

export const priorityChoice = () =>
	choice({ displayName: 'Priority', description: 'How soon it has to be dealt with' }, priorities);

export const severityChoice = () =>
	choice({ displayName: 'Severity', description: 'How bad it is' }, severities);

export const tagList = (description: string) =>
	textsList({ displayName: 'Tags', description, placeholder: 'e.g. printer,vip' });

/** Who gets copies, as tickets hold it: people by UID, everybody else by email address. */
export interface Copies {
	uids: string[];
	emails: string[];
}

/** People of NinjaOne's and email addresses; texts with an @ must be such addresses. */
function peopleAndAddresses(look: Parameters<typeof textsList>[0]): Field<Copies, string[]> {
	const list = textsList(look);
	return {
		property: list.property,
		takesBlank: list.takesBlank,
		lookUp: {
			endpoints: ticketPeopleList.endpoints,
			assume: (given) => ({ uids: given, emails: [] }),
			async resolve(given, context) {
				const isAddress = (each: string) => each.includes('@');
				const uids: string[] = [];
				for (const name of given.filter((each) => !isAddress(each))) {
					uids.push(await findRecord(ticketPeopleList, { name }, context));
				}
				const emails = given.filter(isAddress);
				return { uids: [...new Set(uids)], emails: [...new Set(emails)] };
			},
		},
		parse(value, context) {
			const given = list.parse(value, context);
			const wrong = given.find((each) => each.includes('@') && !/^[^\s@]+@[^\s@]+$/.test(each));
			if (wrong === undefined) return given;
			throw inputError(context.label, `holds "${wrong}", which is no email address`);
		},
	};
}

/** What a ticket can have besides subject, status, form and tags; new tickets and changes alike. */
export const detailFields = {
	additionalTechnicians: technicianChoices(
		'Additional Technician',
		'Technicians who work on it beside the assignee, also by name or email address',
	),
	assignee: technicianChoice(
		'Assignee',
		'The technician who works on it, also by name or email address',
	),
	cc: peopleAndAddresses({
		displayName: 'CC',
		description:
			'Who gets a copy of the mails: email addresses, or names or UIDs of people in NinjaOne, comma-separated',
		placeholder: 'e.g. office@example.com',
	}),
	device: optionalReference({
		displayName: 'Device',
		description:
			"The device that it is about: picked from the list, or by ID, or by its name within the ticket's organization",
		picker: deviceList.picker!,
		example: '1234',
	}),
	followupTime: time({
		displayName: 'Follow-Up Time',
		description: 'When somebody should look at it again',
	}),
	location: referenceChoice(
		'Location',
		locationList,
		"The location within the ticket's organization, also by name",
	),
	parentTicketId: optionalId({
		displayName: 'Parent Ticket ID',
		description:
			'The number of the ticket that this one belongs to. NinjaOne does not tell it when a ticket is read, so give it again with every update of such a ticket.',
	}),
	priority: priorityChoice(),
	requester: optionalRecord(
		{
			displayName: 'Requester',
			description:
				'Who asks for it: picked from the list, or by name, email address or UID. NinjaOne mails public comments to this person.',
			example: '5d0c2b6e-7f31-4f0a-9a54-0c8f1f6d2e11',
		},
		ticketPeopleList,
	),
	severity: severityChoice(),
	type: typeChoice(),
};

/** How a text goes into the log of a ticket, and the time spent on it. */
const contentFields = {
	duplicateInIncidents: flag({
		displayName: 'Copy to Incidents',
		description: 'Whether to write it to the incidents that belong to this problem, too',
	}),
	format: choice({ displayName: 'Format', description: 'How the text is written' }, [
		{ name: 'Plain Text', value: 'text' },
		{ name: 'HTML', value: 'html' },
	]),
	timeTracked: wholeNumber(
		{
			displayName: 'Time Tracked',
			description:
				'Time spent on it, in minutes unless Time Tracked Unit says otherwise. It is booked on the ticket.',
		},
		0,
		[0, Infinity],
	),
	timeTrackedUnit: choice(
		{ displayName: 'Time Tracked Unit', description: 'What Time Tracked is counted in' },
		[
			{ name: 'Minutes', value: 'minutes' },
			{ name: 'Seconds', value: 'seconds' },
		],
	),
};

export const commentOptions = () =>
	collection({ displayName: 'Comment Options', placeholder: 'Add option' }, contentFields);

export const descriptionOptions = () =>
	collection(
		{ displayName: 'Description Options', placeholder: 'Add option' },
		{
			...contentFields,
			isPublic: flag({
				displayName: 'Public',
				description:
					'Whether the requester gets to see the description, by mail too. Without it the description is private.',
			}),
		},
	);

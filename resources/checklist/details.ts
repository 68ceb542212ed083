import type { IDataObject } from 'n8n-workflow';
import { epochSeconds } from '../../api/times';
import type { Added } from '../../operations/collection';
import { flag, time } from '../../operations/fields';
import type { Caller } from '../../operations/operation';
import { assigneeReference, userIdOf } from '../fields/interim';
import { richText, richTextFields } from '../fields/richText';

/** What a checklist can have beside its name and its tasks. */
export const detailFields = {
	assignedTo: assigneeReference('Assignee', 'The technician who is to complete the checklist'),
	dueDate: time({ displayName: 'Due Date', description: 'When it has to be completed' }),
	required: flag({
		displayName: 'Required',
		description: 'Whether the checklist must be completed',
	}),
	...richTextFields('Description'),
};

/** The details that were given, under NinjaOne's names; the others are absent. Needs `users`. */
export async function detailsOf(
	caller: Caller,
	{ assignedTo, dueDate, html, text, ...plain }: Added<typeof detailFields>,
): Promise<IDataObject> {
	const description = richText({ html, text });
	return {
		...plain,
		...(description ? { description: { ...description } } : {}),
		...(dueDate === undefined ? {} : { dueDate: epochSeconds(dueDate) }),
		...(assignedTo
			? { assignedToUserId: await userIdOf(caller, assignedTo, 'Assignee Name or ID') }
			: {}),
	};
}

import { epochSeconds } from '../../api/times';
import type { Added } from '../../operations/collection';
import { flag, time } from '../../operations/fields';
import { assigneeId } from '../fields/people';
import { richText, richTextFields } from '../fields/richText';

/** What a checklist can have besides its name and its tasks. */
export const detailFields = {
	assignedTo: assigneeId('Assignee', 'The technician who is to complete the checklist'),
	dueDate: time({ displayName: 'Due Date', description: 'When it has to be completed' }),
	required: flag({
		displayName: 'Required',
		description: 'Whether the checklist must be completed',
	}),
	...richTextFields('Description'),
};

/** The details that were given, under NinjaOne's names; the others are absent. */
export function detailsOf({
	assignedTo,
	dueDate,
	html,
	text,
	...plain
}: Added<typeof detailFields>) {
	const description = richText({ html, text });
	return {
		...plain,
		...(description ? { description: { ...description } } : {}),
		...(dueDate === undefined ? {} : { dueDate: epochSeconds(dueDate) }),
		...(assignedTo ? { assignedToUserId: assignedTo } : {}),
	};
}

import { epochSeconds } from '../../api/times';
import { flag } from '../../operations/fields';
import { richText, richTextFields, type RichText } from './richText';

/** What checklists and their templates can have besides a name and tasks. */
export const detailFields = (required: string) => ({
	required: flag({ displayName: 'Required', description: required }),
	...richTextFields('Description'),
});

interface Details extends RichText {
	required?: boolean;
	/** Of checklists alone, as the time in milliseconds. */
	dueDate?: number;
	assignedTo?: number;
}

/** The details that were given, under NinjaOne's names; the others are absent. */
export function detailsOf({ assignedTo, dueDate, html, text, ...plain }: Details) {
	const description = richText({ html, text });
	return {
		...plain,
		...(description ? { description: { ...description } } : {}),
		...(dueDate === undefined ? {} : { dueDate: epochSeconds(dueDate) }),
		...(assignedTo ? { assignedToUserId: assignedTo } : {}),
	};
}

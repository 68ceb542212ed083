import { time } from '../../operations/fields';
import { detailFields } from '../fields/checklistDetails';
import { assigneeId } from '../fields/people';

/** What a checklist can have besides its name and its tasks. */
export const checklistDetails = {
	...detailFields('Whether the checklist must be completed'),
	assignedTo: assigneeId('Assignee', 'The technician who is to complete the checklist'),
	dueDate: time({ displayName: 'Due Date', description: 'When it has to be completed' }),
};

import type { Resource } from '../../operations/operation';
import { archive, remove, restore } from './archiving';
import { completeTask } from './completeTask';
import { create } from './create';
import { createFromTemplates } from './createFromTemplates';
import { get } from './get';
import { getMany } from './getMany';
import { getSignedUrls } from './getSignedUrls';
import { promote } from './promote';
import { update } from './update';

export const checklist: Resource = {
	name: 'Checklist',
	description: 'A list of tasks to be done for an organization',
	operations: {
		archive,
		completeTask,
		create,
		createFromTemplates,
		delete: remove,
		get,
		getMany,
		getSignedUrls,
		promote,
		restore,
		update,
	},
};

import type { Resource } from '../../operations/operation';
import { archive, remove, restore } from './archiving';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const checklistTemplate: Resource = {
	name: 'Checklist Template',
	description: 'A list of tasks from which checklists are made',
	operations: { archive, create, delete: remove, get, getMany, restore, update },
};

import type { Resource } from '../../operations/operation';
import { create } from './create';
import { createMany } from './createMany';
import { get } from './get';
import { getMany } from './getMany';
import { remove } from './remove';
import { removeMany } from './removeMany';
import { update } from './update';
import { updateMany } from './updateMany';

export const customFieldDefinition: Resource = {
	name: 'Custom Field Definition',
	description:
		'What a custom field is: its type, options, permissions and the records that have it',
	operations: {
		create,
		createMany,
		delete: remove,
		deleteMany: removeMany,
		get,
		getMany,
		update,
		updateMany,
	},
};

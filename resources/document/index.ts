import type { Resource } from '../../operations/operation';
import { archive, remove, restore } from './archive';
import { create } from './create';
import { createMany } from './createMany';
import { createOrUpdate } from './createOrUpdate';
import { get } from './get';
import { getMany } from './getMany';
import { getSignedUrls } from './getSignedUrls';
import { update } from './update';
import { updateMany } from './updateMany';

export const document: Resource = {
	name: 'Document',
	description: 'A document of an organization, made from a template',
	operations: {
		archive,
		create,
		createMany,
		createOrUpdate,
		delete: remove,
		get,
		getMany,
		getSignedUrls,
		restore,
		update,
		updateMany,
	},
};

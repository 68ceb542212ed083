import type { Resource } from '../../operations/operation';
import { archive, remove, restore } from './archive';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const documentTemplate: Resource = {
	name: 'Document Template',
	description: 'What documents of organizations are made from: a list of fields',
	operations: { archive, create, delete: remove, get, getMany, restore, update },
};

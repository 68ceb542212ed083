import type { Resource } from '../../operations/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { remove } from './remove';
import { update } from './update';

export const contact: Resource = {
	name: 'Contact',
	description: 'Somebody at an organization who has no account in NinjaOne',
	operations: { create, delete: remove, get, getMany, update },
};

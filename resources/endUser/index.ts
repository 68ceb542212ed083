import type { Resource } from '../../operations/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { remove } from './remove';
import { update } from './update';

export const endUser: Resource = {
	name: 'End User',
	description: 'Somebody at an organization who has an account in NinjaOne, such as for its portal',
	operations: { create, delete: remove, get, getMany, update },
};

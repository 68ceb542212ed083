import type { Resource } from '../../operations/operation';
import { get } from './get';
import { getMany } from './getMany';

export const organization: Resource = {
	name: 'Organization',
	description: 'A customer or department whose devices NinjaOne manages',
	operations: { get, getMany },
};

import type { Resource } from '../../operations/operation';
import { getMany } from './getMany';

export const location: Resource = {
	name: 'Location',
	description: 'A site of an organization',
	operations: { getMany },
};

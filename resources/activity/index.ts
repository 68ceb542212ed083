import type { Resource } from '../../operations/operation';
import { getMany } from './getMany';

export const activity: Resource = {
	name: 'Activity',
	description: "An entry in NinjaOne's log of what happened to devices and in the account",
	operations: { getMany },
};

import type { Resource } from '../../operations/operation';
import { checkHealth } from './checkHealth';

export const connection: Resource = {
	name: 'Connection',
	description: 'The way to NinjaOne: sign-in, scopes, region',
	operations: { checkHealth },
};

import type { Resource } from '../../operations/operation';
import { configure } from './configure';
import { pause, restart, start, stop } from './control';
import { getMany } from './getMany';

export const windowsService: Resource = {
	name: 'Windows Service',
	description: 'A service of the operating system on a Windows device',
	operations: { configure, getMany, pause, restart, start, stop },
};

import type { Resource } from '../../operations/operation';
import { getMany } from './getMany';
import { reset } from './reset';
import { resetMany } from './resetMany';

export const alert: Resource = {
	name: 'Alert',
	description: 'A condition that NinjaOne found on a device and that has not been reset',
	operations: { getMany, reset, resetMany },
};

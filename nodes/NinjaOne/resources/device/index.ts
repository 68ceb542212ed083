import type { Resource } from '../../../../operations/operation';
import { get } from './get';
import { getDashboardLink } from './getDashboardLink';
import { getMany } from './getMany';
import { search } from './search';
import { update } from './update';

export const device: Resource = {
	name: 'Device',
	description: 'A computer, server or network device that NinjaOne manages',
	operations: { get, getDashboardLink, getMany, search, update },
};

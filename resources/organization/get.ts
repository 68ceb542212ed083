import { organizations } from '../../api/endpoints/organizations';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { organizationLocator } from '../fields/organizations';

export const get = operation({
	name: 'Get',
	action: 'Get organization',
	description: 'Get one organization with its locations and policy assignments',
	endpoints: [organizations.get],
	fields: { organizationId: organizationLocator() },
	request: ({ organizationId }) => call(organizations.get, { path: { id: organizationId } }),
});

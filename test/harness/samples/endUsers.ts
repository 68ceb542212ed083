import type { INodeParameters } from 'n8n-workflow';
import { byName } from './common';

const email = 'front.desk@reich.example';
/** Somebody whom no other sample needs. */
const seeded = 'kristina.sporer@reich.example';

export const endUserSamples = (
	organization: string,
): Readonly<Record<string, INodeParameters[]>> => ({
	'endUser.create': [
		{
			organizationId: byName(organization),
			firstName: 'Front',
			lastName: 'Desk',
			email,
			sendInvitation: true,
			additionalFields: {
				fullPortalAccess: true,
				manager: 'zion.collins@msp.example',
				phone: '+49 30 1',
			},
		},
	],
	'endUser.get': [{ endUserId: byName(email) }],
	'endUser.getMany': [
		{ scope: 'all', returnAll: true },
		{ scope: 'all', returnAll: true, includeRoles: true },
		{
			scope: 'organization',
			organizationId: byName(organization),
			returnAll: true,
			includeRoles: true,
		},
	],
	'endUser.update': [
		{
			endUserId: byName(email),
			updateFields: {
				firstName: 'Front',
				fullPortalAccess: false,
				lastName: 'Office',
				manager: 'zion.collins@msp.example',
				organization,
			},
		},
	],
	'endUser.delete': [{ endUserId: byName(seeded), demandEmail: true, confirmationEmail: seeded }],
});

import { z } from 'zod';
import {
	ContactCreateSchema,
	ContactPatchSchema,
	ContactSchema,
	TicketingContactSchema,
} from '../contact';
import type { Contract } from '../contract';
import { DeviceSchema } from '../device';
import { DeviceIdsSchema, GroupSchema } from '../group';
import { LocationInListSchema, LocationSchema } from '../location';
import { OrganizationDetailedSchema, OrganizationSchema } from '../organization';
import { PolicySchema } from '../policy';
import { RoleSchema } from '../role';
import { TagsSchema } from '../tag';
import { EndUserCreateSchema, EndUserPatchSchema, EndUserSchema, UserSchema } from '../user';

/** Organizations, their people, and the lists that are of the whole account. */
export const organizationContracts = {
	'GET /v2/organizations': { answer: z.array(OrganizationSchema) },
	'GET /v2/organizations-detailed': { answer: z.array(OrganizationDetailedSchema) },
	'GET /v2/organization/{id}': { answer: OrganizationDetailedSchema },
	'GET /v2/organization/{id}/locations': { answer: z.array(LocationSchema) },
	'GET /v2/organization/{id}/devices': { answer: z.array(DeviceSchema) },
	'GET /v2/organization/{id}/end-users': { answer: z.array(UserSchema) },
	'GET /v2/locations': { answer: z.array(LocationInListSchema) },

	'GET /v2/groups': { answer: z.array(GroupSchema) },
	'GET /v2/group/{id}/device-ids': { answer: DeviceIdsSchema },
	'GET /v2/tag': { answer: TagsSchema },
	'GET /v2/roles': { answer: z.array(RoleSchema) },
	'GET /v2/policies': { answer: z.array(PolicySchema) },

	'GET /v2/users': { answer: z.array(UserSchema) },
	'GET /v2/user/end-users': { answer: z.array(EndUserSchema) },
	'POST /v2/user/end-users': { request: EndUserCreateSchema, answer: EndUserSchema },
	'GET /v2/user/end-user/{id}': { answer: EndUserSchema },
	'PATCH /v2/user/end-user/{id}': { request: EndUserPatchSchema, answer: EndUserSchema },
	'DELETE /v2/user/end-user/{id}': {},

	'GET /v2/contacts': { answer: z.array(ContactSchema) },
	'POST /v2/contacts': { request: ContactCreateSchema, answer: ContactSchema },
	'GET /v2/contact/{id}': { answer: ContactSchema },
	'PATCH /v2/contact/{id}': { request: ContactPatchSchema, answer: ContactSchema },
	'DELETE /v2/contact/{id}': {},
	'GET /v2/ticketing/contact/contacts': { answer: z.array(TicketingContactSchema) },
} satisfies Record<string, Contract>;

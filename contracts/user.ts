import { z } from 'zod';
import { answer, id, personName as name, request, type Row, uid } from './shapes';

/** A technician or an end user: NinjaOne lists both together. */
export const UserSchema = answer({
	id,
	uid,
	firstName: z.string(),
	lastName: z.string(),
	email: z.string(),
	phone: z.string().optional(),
	enabled: z.boolean(),
	administrator: z.boolean().optional(),
	permitAllClients: z.boolean().optional(),
	notifyAllClients: z.boolean().optional(),
	mustChangePw: z.boolean(),
	mfaConfigured: z.boolean(),
	userType: z.enum(['TECHNICIAN', 'END_USER']),
	invitationStatus: z.enum(['REGISTERED', 'PENDING', 'EXPIRED']),
	organizationId: id.optional(),
	deviceIds: z.array(id).optional(),
	assignedDeviceIds: z.array(id).optional(),
	managerUid: uid.optional(),
	/** Only when asked for with `includeRoles`. */
	roles: z.array(z.string()).optional(),
});
export type User = Row<typeof UserSchema>;

/** An end user where only those are listed. */
export const EndUserSchema = answer({
	id,
	uid,
	enabled: z.boolean(),
	firstName: z.string(),
	lastName: z.string(),
	email: z.string(),
	phone: z.string().optional(),
	mustChangePw: z.boolean(),
	mfaConfigured: z.boolean(),
	invitationStatus: z.enum(['REGISTERED', 'PENDING', 'EXPIRED']),
	managerUid: uid.optional(),
	roles: z.array(z.string()).optional(),
	organizationId: id.optional(),
	fullPortalAccess: z.boolean().optional(),
	assignedDeviceIds: z.array(id).optional(),
});
export type EndUser = Row<typeof EndUserSchema>;

export const EndUserPatchSchema = request({
	firstName: name.optional(),
	lastName: name.optional(),
	organizationId: id.optional(),
	fullPortalAccess: z.boolean().optional(),
	managerUid: uid.optional(),
});

/** NinjaOne's file names no field as required; an end user without these makes no sense. */
export const EndUserCreateSchema = EndUserPatchSchema.extend({
	firstName: name,
	lastName: name,
	email: z.string().email(),
	phone: z.string().optional(),
});

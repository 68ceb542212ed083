import { z } from 'zod';
import { answer, id, type Row, uid } from './shapes';

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
	/** Only when asked for with `includeRoles`. */
	roles: z.array(z.string()).optional(),
});
export type User = Row<typeof UserSchema>;

import { z } from 'zod';
import { ActivitySchema } from './activity';
import { DeviceSchema } from './device';
import { LocationSchema } from './location';
import { OrganizationSchema } from './organization';
import { id, request, type Row } from './shapes';

/** A header that goes with every delivery: the only way for a receiver to know the sender, as nothing is signed. */
export const HttpHeaderSchema = request({
	name: z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, 'not a name of a header'),
	value: z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'not a value of a header'),
});

/** The one webhook of a client app. What is sent takes the place of all there was. */
export const WebhookConfigurationSchema = request({
	url: z.string(),
	/** Status codes by activity type; `*` among them means all of the type. Everything, where it is left out. */
	activities: z.record(z.array(z.string())).optional(),
	expand: z.array(z.enum(['device', 'organization', 'location'])).optional(),
	headers: z.array(HttpHeaderSchema).optional(),
	organizationIds: z.array(id).optional(),
});
export type WebhookConfiguration = z.infer<typeof WebhookConfigurationSchema>;

/** What a webhook delivers: one activity as the feed has it, with what was to be expanded. */
export const WebhookPayloadSchema = ActivitySchema.extend({
	device: DeviceSchema.optional(),
	organization: OrganizationSchema.optional(),
	location: LocationSchema.optional(),
});
export type WebhookPayload = Row<typeof WebhookPayloadSchema>;

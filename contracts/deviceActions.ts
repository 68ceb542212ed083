import { z } from 'zod';
import { answer, id, request } from './shapes';

/** The body of an approval or a rejection. */
export const DeviceIdListSchema = request({ devices: z.array(id).nonempty() });

/** A time in either form: ISO-8601 text, or a number whose unit NinjaOne's sources disagree on. */
const time = z.union([z.string(), z.number().nonnegative()]);

/** `start` is now, where it is left out. */
export const MaintenanceRequestSchema = request({
	disabledFeatures: z.array(z.enum(['ALERTS', 'PATCHING', 'AVSCANS', 'TASKS'])).nonempty(),
	start: time.optional(),
	end: time,
	reasonMessage: z.string().optional(),
});
export type MaintenanceRequest = z.infer<typeof MaintenanceRequestSchema>;

export const RebootRequestSchema = request({ reason: z.string().optional() });

/** Sections of its policy that a device has of its own. */
export const PolicyOverridesSchema = answer({ overrides: z.array(z.string()) });

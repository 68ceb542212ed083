import { z } from 'zod';
import { answer, request, type Row } from './shapes';

const startType = z.enum([
	'AUTO_START',
	'AUTO_START_DELAYED',
	'BOOT_START',
	'DEMAND_START',
	'DISABLED',
	'SYSTEM_START',
]);

/** Known by its name: it has no id. */
export const WindowsServiceSchema = answer({
	name: z.string(),
	displayName: z.string(),
	description: z.string(),
	startType,
	userName: z.string(),
	state: z.enum([
		'UNKNOWN',
		'STOPPED',
		'START_PENDING',
		'RUNNING',
		'STOP_PENDING',
		'PAUSE_PENDING',
		'PAUSED',
		'CONTINUE_PENDING',
	]),
});
export type WindowsService = Row<typeof WindowsServiceSchema>;

export const ServiceControlRequestSchema = request({
	action: z.enum(['START', 'PAUSE', 'STOP', 'RESTART']),
});
export type ServiceControlRequest = z.infer<typeof ServiceControlRequestSchema>;

export const ServiceConfigurationSchema = request({
	startType: startType.optional(),
	userName: z.string().optional(),
});
export type ServiceConfiguration = z.infer<typeof ServiceConfigurationSchema>;

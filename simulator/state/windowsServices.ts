import type { DeviceDetailed, ServiceConfiguration, ServiceControlRequest } from '../../contracts';
import { found } from '../refusal';
import type { State } from './state';

const outcomes = {
	START: 'RUNNING',
	STOP: 'STOPPED',
	PAUSE: 'PAUSED',
	RESTART: 'RUNNING',
} as const;

/** A service of a device by its name, to change. */
const serviceOf = ({ services }: State, device: DeviceDetailed, name: string) =>
	found(
		services.toChange(device).find((service) => service.name === name),
		'windows service',
	);

/** Does it at once, and says so in the feed. A device that is offline does nothing; a disabled service does not start. */
export function controlService(
	state: State,
	device: DeviceDetailed,
	{ name, action, userId }: ServiceControlRequest & { name: string; userId?: number },
): void {
	const service = serviceOf(state, device, name);
	if (device.offline) return;
	const fails = service.startType === 'DISABLED' && action !== 'STOP';
	if (!fails) service.state = outcomes[action];
	const end = action === 'PAUSE' ? 'SERVICE_CONTROL_INITIATED' : `${action}_SERVICE_SUCCESS`;
	state.addActivity({
		deviceId: device.id,
		activityType: 'REMOTE_TOOLS',
		type: 'Remote Tools',
		statusCode: `REMOTE_TOOLS_${fails ? end.replace('SUCCESS', 'FAILED') : end}`,
		status: `Service ${action.toLowerCase()}`,
		activityResult: fails ? 'FAILURE' : 'SUCCESS',
		subject: service.displayName,
		message: `Service ${name}: ${action.toLowerCase()} ${fails ? 'failed' : 'done'}`,
		userId,
	});
}

/** Changes how a service starts and as whom it runs. People leave the account empty to leave it as it is. */
export function configureService(
	state: State,
	device: DeviceDetailed,
	{ name, startType, userName }: ServiceConfiguration & { name: string },
): void {
	const service = serviceOf(state, device, name);
	if (device.offline) return;
	if (startType) service.startType = startType;
	if (userName) service.userName = userName;
}

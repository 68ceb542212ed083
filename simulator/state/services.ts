import type {
	DeviceDetailed,
	ServiceConfiguration,
	ServiceControlRequest,
	WindowsService,
} from '../../contracts';
import { missing } from '../refusal';
import type { State } from './state';

type Action = ServiceControlRequest['action'];

const outcomes: Record<Action, WindowsService['state']> = {
	START: 'RUNNING',
	STOP: 'STOPPED',
	PAUSE: 'PAUSED',
	RESTART: 'RUNNING',
};

/** Does it at once, and tells the feed. A device that is offline does nothing; a disabled service does not start. */
export function controlService(
	state: State,
	device: DeviceDetailed,
	{ name, action, userId }: { name: string; action: Action; userId?: number },
): void {
	const service = serviceOf(state, device, name);
	if (device.offline) return;
	const fails = service.startType === 'DISABLED' && action !== 'STOP';
	if (!fails) service.state = outcomes[action];
	const result = fails ? 'FAILED' : 'SUCCESS';
	state.addActivity({
		deviceId: device.id,
		activityType: 'REMOTE_TOOLS',
		type: 'Remote Tools',
		statusCode:
			action === 'PAUSE'
				? 'REMOTE_TOOLS_SERVICE_CONTROL_INITIATED'
				: `REMOTE_TOOLS_${action}_SERVICE_${result}`,
		status: `Service ${action.toLowerCase()}`,
		activityResult: fails ? 'FAILURE' : 'SUCCESS',
		subject: service.displayName,
		message: `Service ${name}: ${action.toLowerCase()} ${fails ? 'failed' : 'done'}`,
		...(userId !== undefined && { userId }),
	});
}

export function configureService(
	state: State,
	device: DeviceDetailed,
	name: string,
	{ startType, userName }: ServiceConfiguration,
): void {
	const service = serviceOf(state, device, name);
	if (device.offline) return;
	if (startType) service.startType = startType;
	// People leave the account empty in order to leave it as it is.
	if (userName) service.userName = userName;
}

/** The service of this name, to change. */
function serviceOf(state: State, device: DeviceDetailed, name: string): WindowsService {
	const service = state.services.toChange(device).find((it) => it.name === name);
	if (!service) throw missing('windows service');
	return service;
}

import type { DeviceDetailed } from '../../contracts';
import type { AlertRecord } from '../data/alerts';
import type { State } from './state';

/** Seconds without contact after which a policy that watches for it raises an alert. */
const patience = 900;
const sourceType = 'AGENT_OFFLINE';

const alertsOf = ({ alerts }: State, { id }: DeviceDetailed) =>
	[...alerts.values()].filter((alert) => alert.deviceId === id && alert.sourceType === sourceType);

/** A device is not heard of any more; the policy's alert about it is raised, where it is not active already. */
export function loseContact(state: State, device: DeviceDetailed): AlertRecord {
	device.offline = true;
	device.lastContact = Math.min(device.lastContact, state.now() - patience);
	const [active] = alertsOf(state, device);
	return active ?? state.triggerAlert(device.id, { sourceType });
}

/** A device is heard of again, and the alert that it was not is reset. */
export function regainContact(state: State, device: DeviceDetailed): void {
	device.offline = false;
	device.lastContact = state.now();
	for (const { uid } of alertsOf(state, device)) state.resetAlert(uid);
}

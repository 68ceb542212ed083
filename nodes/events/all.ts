import { alertReset, deviceOffline, deviceOnline, newAlert } from './alerts';
import { deviceWaiting, newDevice } from './devices';
import type { TriggerEvent } from './event';
import { newActivity, patchFailed, patchInstalled, scriptFinished, ticketCreated } from './work';

/** Everything that can start a workflow, by the names that items carry. */
export const events = {
	alertReset,
	deviceOffline,
	deviceOnline,
	deviceWaiting,
	newActivity,
	newAlert,
	newDevice,
	patchFailed,
	patchInstalled,
	scriptFinished,
	ticketCreated,
} satisfies Record<string, TriggerEvent>;

export type EventName = keyof typeof events;

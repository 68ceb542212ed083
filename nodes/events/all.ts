import { alertReset, deviceOffline, deviceOnline, newAlert } from './alerts';
import {
	deviceDeleted,
	deviceRebooted,
	deviceReEnrolled,
	deviceWaiting,
	newDevice,
} from './devices';
import type { TriggerEvent } from './event';
import { backupFailed, blocked, threatFound } from './protection';
import {
	endUserCreated,
	newActivity,
	organizationCreated,
	patchFailed,
	patchInstalled,
	scriptFinished,
	ticketCreated,
} from './work';

/** Everything that can start a workflow, by the names that items carry. */
export const events = {
	alertReset,
	backupFailed,
	blocked,
	deviceDeleted,
	deviceOffline,
	deviceOnline,
	deviceRebooted,
	deviceReEnrolled,
	deviceWaiting,
	endUserCreated,
	newActivity,
	newAlert,
	newDevice,
	organizationCreated,
	patchFailed,
	patchInstalled,
	scriptFinished,
	threatFound,
	ticketCreated,
} satisfies Record<string, TriggerEvent>;

export type EventName = keyof typeof events;

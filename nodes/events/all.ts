import { accountEvents } from './account';
import { alertEvents } from './alerts';
import { deviceEvents } from './devices';
import type { TriggerEvent } from './event';
import { jobEvents } from './jobs';

const all = { ...accountEvents, ...alertEvents, ...deviceEvents, ...jobEvents };

export type EventName = keyof typeof all;

/** Everything that can start a workflow, by the names that items carry. */
export const events: Readonly<Record<EventName, TriggerEvent>> = all;

export const eventNames = (Object.keys(all) as EventName[]).sort((a, b) => a.localeCompare(b));

import type {
	Activity,
	CustomField,
	DeviceDetailed,
	NewTicket,
	WindowsService,
} from '../../contracts';
import type { AlertRecord } from '../data/alerts';
import type { PatchBook, PatchKind } from '../data/patches';
import type { TicketRecord } from '../data/tickets';
import type { ActivityLog } from './activityLog';
import type { Documentation } from './documentation';
import type { ActivityWish, Events } from './events';
import type { FieldValues } from './fieldValues';
import type { Jobs, RunWish } from './jobs';
import type { Maintenances } from './maintenance';
import type { PerDevice } from './perDevice';
import type { Tables } from './seed';
import type { TicketLog } from './ticketLog';

/** What the simulated NinjaOne holds. It is alive: what is changed here is answered from then on. */
export interface State extends Tables, Events, Happenings {
	/** By uid: the active ones, oldest first. */
	readonly alerts: Map<string, AlertRecord>;
	readonly activities: ActivityLog;
	readonly customFields: CustomField[];
	readonly fieldValues: FieldValues;
	/** What runs on devices, and what is to become of it. */
	readonly jobs: Jobs;
	readonly maintenances: Maintenances;
	readonly patches: PerDevice<PatchBook>;
	readonly services: PerDevice<WindowsService[]>;
	/** Sections of its policy that were changed on a device itself. */
	readonly policyOverrides: PerDevice<string[]>;
	readonly ticketLog: TicketLog;
	/** Documents, articles, checklists and what is related to what. */
	readonly documentation: Documentation;
	/** Seconds by which lists are behind: what is younger is not in them yet. */
	readonly lag: { devices: number; alerts: number };
	/** Epoch seconds, to the millisecond. */
	now(): number;
	/** Lets a new device join; what is not given is made up. */
	addDevice(device?: Partial<DeviceDetailed>): DeviceDetailed;
}

/** What happens without anybody asking for it by the API: each with all that it leaves in the feed. */
export interface Happenings {
	/** Many entries of the feed at once, some of them late, some at the same time. */
	burst(count: number, of?: ActivityWish): Activity[];
	/** A device is not heard of any more. @returns the alert about it */
	goOffline(deviceId: number): AlertRecord;
	/** A device is back, and the alert about it is reset. */
	comeOnline(deviceId: number): void;
	/** A device joins, and waits for approval. */
	joinPending(device?: Partial<DeviceDetailed>): DeviceDetailed;
	/** A device joins, and is let in at once. */
	joinApproved(device?: Partial<DeviceDetailed>): DeviceDetailed;
	/** A technician lets a waiting device in. */
	approve(deviceId: number): void;
	/** A device installs a patch, or fails to. */
	tryPatch(deviceId: number, wish?: { kind?: PatchKind; failed?: boolean }): Activity;
	/** A script runs from its beginning to its end. @returns the activity of the end */
	finishScript(deviceId: number, wish?: RunWish): Activity;
	/** A technician opens a ticket; what is not given is made up. */
	openTicket(ticket?: Partial<NewTicket>): TicketRecord;
}

import type { IDataObject } from 'n8n-workflow';
import { jobEnd, scriptActivities, scriptResult } from '../../api/scriptResult';
import type { TriggerEvent } from './event';

const patchDetails = ({ subject, sourceName, statusCode }: IDataObject): IDataObject => ({
	patch: subject ?? sourceName,
	kind: String(statusCode).startsWith('SOFTWARE_') ? 'software' : 'os',
});

export const patchInstalled: TriggerEvent = {
	name: 'Patch Installed',
	description: 'A patch for the operating system or for software was installed on a device',
	statusCodes: ['PATCH_MANAGEMENT_INSTALLED', 'SOFTWARE_PATCH_MANAGEMENT_INSTALLED'],
	about: 'device',
	details: patchDetails,
};

export const patchFailed: TriggerEvent = {
	name: 'Patch Failed',
	description:
		'A patch for the operating system or for software could not be installed on a device',
	statusCodes: ['PATCH_MANAGEMENT_INSTALL_FAILED', 'SOFTWARE_PATCH_MANAGEMENT_INSTALL_FAILED'],
	about: 'device',
	details: patchDetails,
};

export const scriptFinished: TriggerEvent = {
	name: 'Script Finished',
	description: 'A script or built-in action has ended on a device, with its result',
	statusCodes: ['COMPLETED', 'CANCELLED', 'BLOCKED'],
	activityTypes: scriptActivities,
	about: 'device',
	details: (activity) => ({
		script: activity.sourceName ?? activity.subject,
		outcome: jobEnd(activity),
		jobUid: activity.seriesUid,
		...scriptResult(activity),
	}),
};

export const ticketCreated: TriggerEvent = {
	name: 'Ticket Created',
	description: 'A ticket was opened. Its activity tells the ID; the rest is read by Ticket: Get.',
	statusCodes: ['NINJA_TICKETING_TICKET_CREATED'],
	about: 'account',
	details: (activity) => ({
		ticketId: ticketIdIn(activity.data),
		subject: activity.subject,
		data: activity.data,
	}),
};

/** Where NinjaOne puts the ticket's number is not documented; what activities tell is in the parameters of a message. */
function ticketIdIn(data: unknown): number | undefined {
	const { message, ticket, ...own } = (data ?? {}) as Record<string, IDataObject | undefined>;
	const { ticketId, id } = { ...own, ...ticket, ...(message?.params as IDataObject | undefined) };
	const found = Number(ticketId ?? id ?? NaN);
	return Number.isInteger(found) ? found : undefined;
}

export const organizationCreated: TriggerEvent = {
	name: 'Organization Created',
	description:
		'An organization was added to NinjaOne. Its ID is found by its name: Organization: Get Many.',
	statusCodes: ['CLIENT_CREATED'],
	about: 'account',
	details: recordDetails,
};

export const endUserCreated: TriggerEvent = {
	name: 'End User Created',
	description: 'An end user was added to NinjaOne, by a person or over the API',
	statusCodes: ['END_USER_CREATED', 'END_USER_CREATED_API'],
	about: 'account',
	details: recordDetails,
};

/** What an activity about a record says of it; where NinjaOne puts the record's ID is not documented. */
function recordDetails({ subject, userId, data }: IDataObject): IDataObject {
	return { subject, createdByUserId: userId, data };
}

/** Any activity; its types and codes are the user's. */
export const newActivity: TriggerEvent = {
	name: 'New Activity',
	description: "Anything that NinjaOne's log of activities tells, by type and status",
	statusCodes: [],
	about: 'device',
};

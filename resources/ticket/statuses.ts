import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { NinjaOneError } from '../../api/errors';
import { call } from '../../api/request';
import { idIn } from '../../operations/idIn';
import type { Caller } from '../../operations/operation';
import { idOf } from '../fields/interim';
import { type Reference } from '../../operations/reference';

/** NinjaOne's own statuses; every other status is a kind of one of them. */
const ownIds = { NEW: 1000, OPEN: 2000, RESOLVED: 5000, CLOSED: 6000 };
type OwnStatus = keyof typeof ownIds;

/** Needs `ticketStatuses`. */
export const statusesOf = async (caller: Caller): Promise<IDataObject[]> =>
	await caller.rowsOnce(call(tickets.statuses));

/** A status by the name that people see, by its code or by its number. */
export const statusIdOf = async (caller: Caller, given: Reference): Promise<number> =>
	await idOf(given, {
		label: 'Status Name or ID',
		rows: async () => await statusesOf(caller),
		names: ({ displayName, name }) => [displayName, name],
		id: ({ statusId }) => statusId as number,
		about: ({ name }) => name,
	});

/** One of NinjaOne's own statuses: itself, or a kind of it where the account has replaced it. */
export async function ownStatusId(caller: Caller, own: OwnStatus): Promise<number> {
	const all = await statusesOf(caller);
	const found =
		all.find(({ statusId }) => statusId === ownIds[own]) ??
		all.find(({ name }) => name === own) ??
		all.find(({ parentId }) => parentId === ownIds[own]);
	if (found) return idIn(found, `the status ${own}`, 'statusId');
	throw new NinjaOneError(`This account has no ticket status ${own}, so one has to be chosen`, {
		description: 'Choose a status in the parameter "Status Name or ID".',
	});
}

/**
 * Whether a status ends the work on a ticket: resolved or closed, or a kind of these.
 * @param status as tickets hold it (an object), or as a board may show it (a number, a name)
 */
export function isDone(status: unknown, all: readonly IDataObject[]): boolean {
	const told = typeof status === 'object' && status !== null ? (status as IDataObject) : undefined;
	const known = told ?? all.find((each) => identifies(status, each));
	return known !== undefined && ends.includes(Number(known.parentId ?? known.statusId));
}

const ends: readonly number[] = [ownIds.RESOLVED, ownIds.CLOSED];

const identifies = (status: unknown, { statusId, name, displayName }: IDataObject) =>
	[statusId, name, displayName].map(String).includes(String(status));

import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { NinjaOneError } from '../../api/errors';
import { call } from '../../api/request';
import { idIn } from '../../operations/idIn';
import type { Caller } from '../../operations/operation';

/** The statuses that NinjaOne comes with; every other status stands under one of them. */
const builtInIds = { NEW: 1000, OPEN: 2000, RESOLVED: 5000, CLOSED: 6000 };
type BuiltInStatus = keyof typeof builtInIds;

/** All statuses, read once in an execution. */
export const statusesOf = async (caller: Caller): Promise<IDataObject[]> =>
	await caller.rowsOnce(call(tickets.statuses));

/** A status that NinjaOne comes with: itself, or one that stands under it where the account has replaced it. */
export async function builtInStatusId(caller: Caller, name: BuiltInStatus): Promise<number> {
	const all = await statusesOf(caller);
	const found =
		all.find(({ statusId }) => statusId === builtInIds[name]) ??
		all.find((status) => status.name === name) ??
		all.find(({ parentId }) => parentId === builtInIds[name]);
	if (found) return idIn(found, `the status ${name}`, 'statusId');
	throw new NinjaOneError(`This account has no ticket status ${name}, so one has to be chosen`, {
		description: 'Choose a status in the parameter "Status Name or ID".',
	});
}

/**
 * Whether a status ends the work on a ticket: resolved or closed, or under one of these.
 * @param status as tickets hold it (an object), or as a board may show it (a number, a name)
 */
export function isDone(status: unknown, all: readonly IDataObject[]): boolean {
	const whole = typeof status === 'object' && status !== null ? (status as IDataObject) : undefined;
	const known = whole ?? all.find((each) => identifies(status, each));
	return known !== undefined && ends.includes(Number(known.parentId ?? known.statusId));
}

const ends: readonly number[] = [builtInIds.RESOLVED, builtInIds.CLOSED];

const identifies = (status: unknown, { statusId, name, displayName }: IDataObject) =>
	[statusId, name, displayName].map(String).includes(String(status));

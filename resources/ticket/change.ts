import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { inputError, NinjaOneError } from '../../api/errors';
import { call } from '../../api/request';
import { idIn } from '../../operations/idIn';
import type { Caller } from '../../operations/operation';
import { carried, differences, merged, type TicketChange } from './body';

/** What changing a ticket takes. */
export const changeEndpoints = [tickets.get, tickets.update] as const;

export const readTicket = async (caller: Caller, ticketId: number): Promise<IDataObject> =>
	await caller.send(call(tickets.get, { path: { ticketId } }));

/**
 * Changes a ticket and keeps everything else that it has. Where somebody else has changed it in between, the change
 * is laid over their version, once.
 * @param before the ticket as it was read
 * @returns the ticket as it is then, and in `changed` the names of the fields that are different
 */
export async function changeTicket(
	caller: Caller,
	before: IDataObject,
	change: TicketChange,
): Promise<IDataObject> {
	const first = await tryToChange(caller, before, change);
	if ('ticket' in first) return first.ticket;
	if (!isRefused(first.error)) throw first.error;
	const now = await readAgain(caller, before);
	if (now === undefined || now.version === before.version) throw first.error;
	const second = await tryToChange(caller, now, change);
	if ('ticket' in second) return second.ticket;
	throw second.error;
}

type Outcome = { ticket: IDataObject } | { error: unknown };

/** One update, on top of one version of the ticket. One whose answer was lost may show in the ticket. */
async function tryToChange(
	caller: Caller,
	ticket: IDataObject,
	change: TicketChange,
): Promise<Outcome> {
	const body = merged(ticket, change);
	const changed = differences(carried(ticket), body);
	if (changed.length === 0) return { ticket: { ...ticket, changed } };
	demandRequester(body);
	try {
		return { ticket: { ...(await put(caller, ticket, body, change)), changed } };
	} catch (error) {
		if (!isUnanswered(error)) return { error };
		const now = await readAgain(caller, ticket);
		return isCarriedOut(now, ticket, body) ? { ticket: { ...now, changed } } : { error };
	}
}

async function put(
	caller: Caller,
	ticket: IDataObject,
	body: IDataObject,
	{ attributes }: TicketChange,
): Promise<IDataObject> {
	const path = { ticketId: idIn(ticket, 'the ticket') };
	// Without the version NinjaOne would write over what somebody else has changed in between.
	const version = idIn(ticket, 'the ticket', 'version');
	const secrets = attributes?.secrets;
	const answer = await caller.send(
		call(tickets.update, { path, body: { ...body, version }, ...(secrets ? { secrets } : {}) }),
	);
	return answer as IDataObject;
}

/** NinjaOne takes no update without a requester, and a ticket can be without one. */
function demandRequester({ requesterUid }: IDataObject): void {
	if (requesterUid !== undefined) return;
	throw inputError(
		'Requester',
		'is needed: this ticket has none, and NinjaOne changes no ticket without one',
		'Set the requester with the operation Update.',
	);
}

/** The ticket after an update went wrong; undefined where that cannot be read either. */
const readAgain = async (caller: Caller, ticket: IDataObject): Promise<IDataObject | undefined> =>
	await readTicket(caller, idIn(ticket, 'the ticket')).catch(() => undefined);

/** NinjaOne does not tell a conflict of versions from other refusals: the ticket's version does. */
const isRefused = (error: unknown) =>
	error instanceof NinjaOneError &&
	error.status !== undefined &&
	error.status >= 400 &&
	error.status < 500 &&
	![401, 403, 404, 429].includes(error.status);

/** Nobody knows whether NinjaOne acted on the request. */
export const isUnanswered = (error: unknown) =>
	error instanceof NinjaOneError && error.failure?.cause === 'temporarily-unavailable';

/** The next version, with all that was asked for, comes from the update whose answer was lost. */
const isCarriedOut = (
	now: IDataObject | undefined,
	{ version }: IDataObject,
	body: IDataObject,
): now is IDataObject =>
	now !== undefined &&
	now.version === Number(version) + 1 &&
	differences(carried(now), body).length === 0;

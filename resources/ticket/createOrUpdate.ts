import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { choice, text, upTo } from '../../operations/fields';
import { operation, type Caller } from '../../operations/operation';
import { isTagged } from './board';
import { changeEndpoints, changeTicket, isUnanswered, readTicket } from './change';
import { boardId } from './fields';
import { ticketOfKey, type KeyedTicket, type Sought, type WhenDone } from './keyed';
import {
	newTicketEndpoints,
	newTicketFields,
	openTicket,
	resolveTicket,
	type NewTicket,
	type ResolvedTicket,
} from './newTicket';
import { isDone, builtInStatusId, statusesOf } from './statuses';

/** What a search on a board takes at most. */
const longestKey = 512;

export const createOrUpdate = operation({
	name: 'Create or Update',
	action: 'Create or update ticket',
	description:
		'Open a ticket for a key, such as the UID of an alert, or update the ticket that has the key among its tags already: however often the alert comes, there is one ticket. "action" in the output says which. An existing ticket keeps its organization, form and description.',
	endpoints: [...newTicketEndpoints, ...changeEndpoints, tickets.runBoard],
	fields: {
		uniqueTag: upTo(
			longestKey,
			text({
				displayName: 'Key',
				description:
					'What the ticket is about, in a form that occurs once in the account, such as the UID of an alert. It is kept as a tag of the ticket.',
			}),
		),
		board: boardId(),
		whenDone: choice(
			{
				displayName: 'If the Ticket Is Closed',
				description:
					'What to do where all tickets with the key have been resolved or closed; an open one is updated in any case',
			},
			[
				{ name: 'Create a New One', value: 'create' },
				{
					name: 'Reopen It',
					value: 'reopen',
					description: 'Update the newest one and set the status that is given here, or Open',
				},
				{
					name: 'Update It',
					value: 'update',
					description: 'Update the newest one and leave it closed unless a status is given',
				},
			],
		),
		...newTicketFields,
	},
	async run(caller, { uniqueTag: key, board, whenDone, ...given }) {
		const resolved = await resolveTicket(caller, given);
		const row = await inSequence(caller, `ticket ${board} ${key.toLowerCase()}`, async (before) => {
			const sought: Sought = { boardId: board, key, whenDone, isFresh: before === 'failed' };
			const found =
				(await stillCounts(caller, before, whenDone)) ?? (await ticketOfKey(caller, sought));
			return found
				? await updateFound(caller, found, { sought, given, resolved })
				: await open(caller, { sought, given, resolved });
		});
		return [row];
	},
});

/** What became of the item before with the same key; it may have made a ticket also where it failed. */
type Before = IDataObject | 'failed' | undefined;

/** Items with the same key follow each other: the second must find what the first has made. */
async function inSequence(
	caller: Caller,
	key: string,
	act: (before: Before) => Promise<IDataObject>,
): Promise<IDataObject> {
	const line = await caller.shared(`last ${key}`, async () => ({ last: undefined as Before }));
	return await caller.inSequence(key, async () => {
		const done = act(line.last);
		line.last = await done.catch(() => 'failed' as const);
		return await done;
	});
}

/** A ticket of the item before; the board may not show it yet. */
async function stillCounts(
	caller: Caller,
	before: Before,
	whenDone: WhenDone,
): Promise<KeyedTicket | undefined> {
	if (typeof before !== 'object' || before.id === undefined) return undefined;
	const done = isDone(before.status, await statusesOf(caller));
	if (done && whenDone === 'create') return undefined;
	return { id: before.id as number, isDone: done, others: [] };
}

interface Wanted {
	sought: Sought;
	given: NewTicket;
	resolved: ResolvedTicket;
}

/** Where the answer is lost, the key tells whether the ticket was made. */
async function open(caller: Caller, { sought, given, resolved }: Wanted): Promise<IDataObject> {
	const tags = [...new Set([sought.key, ...(given.additionalFields.tags ?? [])])];
	const ticket = await openTicket(caller, given, resolved, tags).catch(async (error: unknown) => {
		const made = isUnanswered(error) ? await madeAfterAll(caller, sought) : undefined;
		if (made) return made;
		throw error;
	});
	return { action: 'created', ...ticket };
}

async function madeAfterAll(caller: Caller, sought: Sought): Promise<IDataObject | undefined> {
	const fresh: Sought = { ...sought, whenDone: 'create', isFresh: true };
	const found = await ticketOfKey(caller, fresh).catch(() => undefined);
	return found && (await readTicket(caller, found.id));
}

async function updateFound(
	caller: Caller,
	found: KeyedTicket,
	{ sought: { key, whenDone }, given, resolved }: Wanted,
): Promise<IDataObject> {
	const { details, attributes } = resolved;
	const isToReopen = found.isDone && whenDone === 'reopen' && details.status === undefined;
	const reopened = isToReopen ? { status: String(await builtInStatusId(caller, 'OPEN')) } : {};
	const more = [key, ...(given.additionalFields.tags ?? [])];
	const row = await changeTicket(caller, await readTicket(caller, found.id), {
		set: { ...details, ...reopened },
		clear: [],
		tags: (now) => [...now, ...new Set(more.filter((tag) => !isTagged(now, tag)))],
		attributes,
	});
	return {
		action: 'updated',
		...row,
		...(found.others.length > 0 ? { otherOpenTickets: found.others } : {}),
	};
}

import type { LogEntry, Ticket } from '../../contracts';
import { firstEntryId, logEntriesOf } from '../data/logEntries';

/** An entry to write; its id and its time are given to it. */
export type NewEntry = Omit<LogEntry, 'id' | 'createTime' | 'system'>;

/** What happened to tickets. Histories of the seed are made when they are asked for. */
export interface TicketLog {
	/** Oldest first. */
	of(ticket: Ticket): readonly LogEntry[];
	/** @param ticket as it is before it changes */
	add(ticket: Ticket, entry: NewEntry): LogEntry;
	/** The text that a ticket began with. */
	descriptionOf(ticket: Ticket): string;
}

/** @param seeded ids of the tickets that have a history from the start */
export function createTicketLog(
	seed: number,
	seeded: readonly { id: number }[],
	now: () => number,
): TicketLog {
	const old = new Set(seeded.map(({ id }) => id));
	const kept = new Map<number, LogEntry[]>();
	const of = (ticket: Ticket) =>
		kept.get(ticket.id) ?? (old.has(ticket.id) ? logEntriesOf(seed, ticket) : []);

	return {
		of,
		add(ticket, entry) {
			const entries = of(ticket);
			const id = firstEntryId(ticket) + entries.length;
			const added = { id, system: false, createTime: now(), ...entry };
			kept.set(ticket.id, [...entries, added]);
			return added;
		},
		descriptionOf: (ticket) =>
			kept.get(ticket.id)?.find(({ type }) => type === 'DESCRIPTION')?.body ??
			(old.has(ticket.id) ? ticket.subject : ''),
	};
}

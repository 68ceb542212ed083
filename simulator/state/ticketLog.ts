import type { AttachmentMetadata, LogEntry, NewLogEntry, Ticket, User } from '../../contracts';

/** An entry with its files, of which answers do not tell. */
export interface KeptEntry extends LogEntry {
	attachments?: AttachmentMetadata[];
}

/** An entry to write; its id and its time are given to it. */
export type NewEntry = Omit<KeptEntry, 'id' | 'createTime' | 'system'>;

/** What happened to tickets. Histories of the seed are made when they are asked for. */
export interface TicketLog {
	/** Oldest first. */
	of(ticket: Ticket): readonly KeptEntry[];
	/** @param ticket as it is before it changes */
	add(ticket: Ticket, entry: NewEntry): KeptEntry;
	/** The text that a ticket began with. */
	descriptionOf(ticket: Ticket): string;
}

/** Room for the entries of one ticket, so that entry ids never meet. */
const perTicket = 10_000;
/** The longest history belongs to the first ticket: it does not fit on a page of the default size. */
const longest = 1200;

/** @param seeded the tickets that have a history from the start */
export function createTicketLog(seeded: readonly { id: number }[], now: () => number): TicketLog {
	const old = new Set(seeded.map(({ id }) => id));
	const kept = new Map<number, KeptEntry[]>();
	const of = (ticket: Ticket) =>
		kept.get(ticket.id) ?? (old.has(ticket.id) ? seededEntries(ticket) : []);

	return {
		of,
		add(ticket, entry) {
			const entries = of(ticket);
			const id = ticket.id * perTicket + 1 + entries.length;
			const added = { id, system: false, createTime: now(), ...entry };
			kept.set(ticket.id, [...entries, added]);
			return added;
		},
		descriptionOf: (ticket) => of(ticket).find(({ type }) => type === 'DESCRIPTION')?.body ?? '',
	};
}

/** A description, then what was said about it. */
function seededEntries({ id, subject, createTime, requesterUid }: Ticket): LogEntry[] {
	const count = id === 1001 ? longest : 2 + (id % 5);
	return Array.from({ length: count }, (_, at) => {
		const body = at === 0 ? subject : `Note ${at}`;
		return {
			id: id * perTicket + 1 + at,
			type: at === 0 ? ('DESCRIPTION' as const) : ('COMMENT' as const),
			body,
			htmlBody: `<p>${body}</p>`,
			publicEntry: at % 2 === 0,
			system: false,
			createTime: createTime + at * 60,
			appUserContactUid: requesterUid,
			appUserContactType: 'END_USER' as const,
			timeTracked: (at % 20) * 60,
		};
	});
}

/** Who wrote an entry. */
export const writtenBy = ({ id, uid, userType }: User) => ({
	appUserContactUid: uid,
	appUserContactId: id,
	appUserContactType: userType,
});

/** The text of a description or a comment: what is given in one form is there in the other, too. */
export function contentsOf({
	public: publicEntry,
	htmlBody,
	timeTracked = 0,
	...text
}: NewLogEntry) {
	const { body = (htmlBody ?? '').replace(/<[^>]*>/g, '') } = text;
	return { body, htmlBody: htmlBody ?? body, publicEntry, timeTracked };
}

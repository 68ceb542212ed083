import type { LogEntry, Ticket } from '../../contracts';
import { createRandom } from './random';

/** Room for the entries of one ticket, so that entry ids never meet. */
const perTicket = 10_000;
/** The longest history belongs to the first ticket: it does not fit on a page of the default size. */
const longest = 1200;

/** The id of a ticket's first entry; the others count on. */
export const firstEntryId = ({ id }: Ticket) => id * perTicket + 1;

/** A ticket's history, made when somebody asks: a description, then what was said about it. */
export function logEntriesOf(seed: number, ticket: Ticket): LogEntry[] {
	const random = createRandom(seed, `log entries of ${ticket.id}`);
	const count = ticket.id === 1001 ? longest : random.integer(2, 6);
	return Array.from({ length: count }, (_, at) => {
		const body = at === 0 ? ticket.subject : `Note ${at}`;
		return {
			id: firstEntryId(ticket) + at,
			type: at === 0 ? ('DESCRIPTION' as const) : ('COMMENT' as const),
			body,
			htmlBody: `<p>${body}</p>`,
			publicEntry: random.chance(0.5),
			system: false,
			createTime: ticket.createTime + at * 60,
			appUserContactUid: ticket.requesterUid,
			appUserContactType: 'END_USER' as const,
			timeTracked: random.integer(0, 20) * 60,
		};
	});
}

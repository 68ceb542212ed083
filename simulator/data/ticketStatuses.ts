import type { TicketStatus } from '../../contracts';

/** NinjaOne's own statuses: each of the others is below one of these. */
export const baseStatuses: readonly TicketStatus[] = [
	{ name: 'NEW', displayName: 'New', statusId: 1000 },
	{ name: 'OPEN', displayName: 'Open', statusId: 2000 },
	{ name: 'WAITING', displayName: 'Waiting', statusId: 3000 },
	{ name: 'RESOLVED', displayName: 'Resolved', statusId: 5000 },
	{ name: 'CLOSED', displayName: 'Closed', statusId: 6000 },
];
const closed = 6000;

/** Two of them look alike to people. */
export const ticketStatuses: readonly TicketStatus[] = [
	...baseStatuses,
	{ name: 'WAITING_FOR_PARTS', displayName: 'Waiting for parts', parentId: 3000, statusId: 8001 },
	{ name: 'ON_SITE', displayName: 'On site', parentId: 2000, statusId: 8002 },
	{ name: 'ON_SITE_2', displayName: 'On site', parentId: 3000, statusId: 8003 },
	{ name: 'DUPLICATE', displayName: 'Duplicate', parentId: closed, statusId: 8004 },
];

/** Whether a status, or the one that it is below, ends a ticket. */
export const isClosed = ({ statusId, parentId = statusId }: TicketStatus) => parentId === closed;

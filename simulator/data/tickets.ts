import type { Board, DeviceDetailed, Ticket, TicketContact, User } from '../../contracts';
import type { Random } from './random';

const tickets = 300;
const day = 86_400;

export const ticketStatuses = [
	{ name: 'NEW', displayName: 'New', statusId: 1000 },
	{ name: 'OPEN', displayName: 'Open', statusId: 2000 },
	{ name: 'WAITING', displayName: 'Waiting', statusId: 3000 },
	{ name: 'RESOLVED', displayName: 'Resolved', statusId: 5000 },
	{ name: 'CLOSED', displayName: 'Closed', statusId: 6000 },
];
const subjects = [
	'Printer does not print',
	'Password forgotten',
	'VPN drops',
	'New laptop',
	'Disk almost full',
	'Mailbox is full',
];
const columns = ['id', 'summary', 'status', 'priority', 'createTime'];

/** Board ids differ between tenants: there is no board 1. */
export function seedBoards(random: Random, now: number): Board[] {
	return ['All tickets', 'Unassigned tickets', 'Recently created'].map((name, at) => ({
		id: 2 + 3 * at,
		uid: random.uuid(),
		name,
		description: `Board: ${name}`,
		createTime: now - 400 * day,
		updateTime: now - 30 * day,
		system: at === 0,
		columns,
		sortBy: [{ field: 'createTime', direction: 'DESC' as const }],
		ticketCount: 0,
	}));
}

export function seedTickets(
	random: Random,
	cast: { devices: readonly DeviceDetailed[]; users: readonly User[]; now: number },
): Ticket[] {
	const technicians = cast.users.filter(({ userType }) => userType === 'TECHNICIAN');
	const requesters = cast.users.filter(({ userType }) => userType === 'END_USER');
	if (cast.devices.length === 0 || requesters.length === 0) return [];
	return Array.from({ length: tickets }, (_, at) => {
		const device = random.pick(cast.devices);
		return {
			id: 1001 + at,
			version: 1,
			nodeId: device.id,
			clientId: device.organizationId,
			locationId: device.locationId,
			...(random.chance(0.7) && { assignedAppUserId: random.pick(technicians).id }),
			requesterUid: random.pick(requesters).uid,
			subject: `${random.pick(subjects)} (${device.systemName})`,
			status: random.pick(ticketStatuses),
			type: random.pick(['PROBLEM', 'INCIDENT', 'QUESTION', 'TASK']),
			priority: random.pick(['NONE', 'LOW', 'MEDIUM', 'HIGH']),
			severity: random.pick(['NONE', 'MINOR', 'MODERATE', 'MAJOR', 'CRITICAL']),
			ticketFormId: 1,
			source: random.pick(['TECHNICIAN', 'EMAIL', 'WEB_FORM', 'CONDITION']),
			tags: [],
			createTime: cast.now - (tickets - at) * 3600,
			deleted: false,
		};
	});
}

/** Users as tickets know them: the natural id says the kind and the number, and gives the order. */
export const contactsOf = (users: readonly User[]): TicketContact[] =>
	users.map(({ id, uid, organizationId, firstName, lastName, email, userType }) => ({
		naturalId: String(id),
		uid,
		id,
		...(organizationId && { clientId: organizationId }),
		firstName,
		lastName,
		email,
		userType,
	}));

import type { Board, DeviceDetailed, TicketForm, User } from '../../contracts';
import type { Random } from './random';
import { detailsOf, type TicketRecord } from './ticketDetails';
import { baseStatuses } from './ticketStatuses';

const tickets = 300;
const day = 86_400;

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
	cast: {
		devices: readonly DeviceDetailed[];
		users: readonly User[];
		forms: readonly TicketForm[];
		/** Where the details are drawn from. */
		details: Random;
		now: number;
	},
): TicketRecord[] {
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
			status: random.pick(baseStatuses),
			type: random.pick(['PROBLEM', 'INCIDENT', 'QUESTION', 'TASK'] as const),
			priority: random.pick(['NONE', 'LOW', 'MEDIUM', 'HIGH'] as const),
			severity: random.pick(['NONE', 'MINOR', 'MODERATE', 'MAJOR', 'CRITICAL'] as const),
			ticketFormId: 1,
			source: random.pick(['TECHNICIAN', 'EMAIL', 'WEB_FORM', 'CONDITION']),
			...detailsOf(cast.details, { technicians, requesters, form: cast.forms[0], now: cast.now }),
			createTime: cast.now - (tickets - at) * 3600,
			deleted: false,
		};
	});
}

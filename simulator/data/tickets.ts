import {
	type Board,
	BoardSchema,
	type DeviceDetailed,
	type Ticket,
	type TicketForm,
	type User,
} from '../../contracts';
import { sampleValue } from '../fieldTypes';
import { filled } from './filled';
import type { Random } from './random';
import { valueField } from './ticketForms';
import { baseStatuses } from './ticketStatuses';

/** A ticket with what no answer shows. */
export interface TicketRecord extends Ticket {
	parentTicketId?: number;
}

const count = 300;
const day = 86_400;
const subjects = [
	'Printer does not print',
	'Password forgotten',
	'VPN drops',
	'New laptop',
	'Disk almost full',
	'Mailbox is full',
];
const tags = ['vip', 'hardware', 'software', 'network', 'onboarding', 'recurring'];

const board = filled(BoardSchema);

/** Board ids differ between tenants: there is no board 1. */
export const seedBoards = (random: Random): Board[] =>
	['All tickets', 'Unassigned tickets', 'Recently created'].map((name, at) =>
		board({
			id: 2 + 3 * at,
			uid: random.uuid(),
			name,
			system: at === 0,
			columns: ['id', 'summary', 'status', 'priority', 'createTime'],
			sortBy: [{ field: 'createTime', direction: 'DESC' }],
		}),
	);

export function seedTickets(
	random: Random,
	cast: {
		devices: readonly DeviceDetailed[];
		users: readonly User[];
		form: TicketForm;
		now: number;
	},
): TicketRecord[] {
	const technicians = cast.users.filter(({ userType }) => userType === 'TECHNICIAN');
	const requesters = cast.users.filter(({ userType }) => userType === 'END_USER');
	if (cast.devices.length === 0 || requesters.length === 0) return [];
	return Array.from({ length: count }, (_, at) => {
		const device = random.pick(cast.devices);
		/** What a careless update would lose: most tickets have some of it, every fifth has all. */
		const has = (share: number) => random.chance(share) || at % 5 === 0;
		return {
			id: 1001 + at,
			version: 1,
			nodeId: device.id,
			clientId: device.organizationId,
			locationId: device.locationId,
			...(has(0.7) && { assignedAppUserId: random.pick(technicians).id }),
			requesterUid: random.pick(requesters).uid,
			subject: `${random.pick(subjects)} (${device.systemName})`,
			status: random.pick(baseStatuses),
			type: random.pick(['PROBLEM', 'INCIDENT', 'QUESTION', 'TASK'] as const),
			priority: random.pick(['NONE', 'LOW', 'MEDIUM', 'HIGH'] as const),
			severity: random.pick(['NONE', 'MINOR', 'MODERATE', 'MAJOR', 'CRITICAL'] as const),
			ticketFormId: cast.form.id,
			source: random.pick(['TECHNICIAN', 'EMAIL', 'WEB_FORM', 'CONDITION']),
			tags: has(0.6) ? [random.pick(tags)] : [],
			ccList: has(0.3)
				? { uids: [random.pick(requesters).uid], emails: ['audit@msp.example'] }
				: { uids: [], emails: [] },
			attributeValues: has(0.6)
				? cast.form.fields.map((attribute, index) => ({
						id: 10_000 + 100 * at + index,
						attributeId: attribute.id,
						value: sampleValue(valueField(attribute), random),
					}))
				: [],
			additionalAssignedTechnicianIds: has(0.3) ? [random.pick(technicians).id] : [],
			...(has(0.3) && { followupTime: cast.now + random.integer(1, 30) * day }),
			createTime: cast.now - (count - at) * 3600,
			deleted: false,
		};
	});
}

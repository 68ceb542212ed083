import {
	type Group,
	GroupSchema,
	type NodeClass,
	type Policy,
	type Role,
	type Tag,
	TagSchema,
} from '../../contracts';
import { filled } from './filled';
import type { Random } from './random';

/** Ids of one type are unlike those of another, so that a mistaken one is noticed. */
export const firstIds = {
	location: 1001,
	role: 301,
	policy: 51,
	tag: 41,
	group: 701,
	user: 5001,
	contact: 80_001,
};

type RoleRow = readonly [string, NodeClass, Role['chassisType'], string, number];

const rows: readonly RoleRow[] = [
	['Windows Laptop', 'WINDOWS_WORKSTATION', 'LAPTOP', 'LAP', 34],
	['Windows Desktop', 'WINDOWS_WORKSTATION', 'DESKTOP', 'WS', 24],
	['Windows Server', 'WINDOWS_SERVER', 'UNKNOWN', 'SRV', 14],
	['Linux Server', 'LINUX_SERVER', 'UNKNOWN', 'LNX', 7],
	['Linux Workstation', 'LINUX_WORKSTATION', 'DESKTOP', 'LWS', 2],
	['Mac Laptop', 'MAC', 'LAPTOP', 'MAC', 8],
	['Mac Server', 'MAC_SERVER', 'UNKNOWN', 'MSV', 1],
	['ESXi Host', 'VMWARE_VM_HOST', 'UNKNOWN', 'ESX', 1],
	['Network Switch', 'NMS_SWITCH', 'UNKNOWN', 'SW', 3],
	['Network Firewall', 'NMS_FIREWALL', 'UNKNOWN', 'FW', 2],
	['Network Printer', 'NMS_PRINTER', 'UNKNOWN', 'PRN', 2],
	['Wireless Access Point', 'NMS_WAP', 'UNKNOWN', 'AP', 2],
];

/** Roles, with the part of a device's name that tells it (`mark`) and how common it is in a fleet (`share`). */
export const roles = rows.map(([name, nodeClass, chassisType, mark, share], at) => {
	/** The standard policy; the next id is a stricter one that some organizations use. */
	const policyId = firstIds.policy + 2 * at;
	return { id: firstIds.role + at, name, nodeClass, chassisType, mark, share, policyId };
});

const day = 86_400;

export const seedRoles = (since: number): Role[] =>
	roles.map(({ id, name, nodeClass, chassisType }) => {
		const created = since - 3 * 365 * day;
		return { id, name, nodeClass, chassisType, custom: false, created };
	});

export const seedPolicies = (since: number): Policy[] =>
	roles.flatMap(({ policyId: id, name, nodeClass }) => {
		const shared = { nodeClass, updated: since - 40 * day };
		const strict = { id: id + 1, parentPolicyId: id, nodeClassDefault: false };
		return [
			{ ...shared, id, name: `${name} Policy`, nodeClassDefault: true },
			{ ...shared, ...strict, name: `${name} Policy - Critical` },
		];
	});

const tags = ['VIP', 'Production', 'Test', 'End of Life', 'Leased', 'Kiosk', 'Finance', 'Remote'];

const tagOf = filled(TagSchema);

export const seedTags = (random: Random, since: number): Tag[] =>
	tags.map((name, at) =>
		tagOf({
			id: firstIds.tag + at,
			name,
			description: `Devices marked ${name}`,
			createTime: since - random.integer(100, 700) * day,
			updateTime: since - random.integer(1, 90) * day,
		}),
	);

/** A saved search, kept as the device filter that it stands for. */
export type GroupRecord = Omit<Group, 'deviceCount' | 'lastEvaluated'> & { filter: string };

const filters = {
	'Windows Servers': 'class = WINDOWS_SERVER',
	'Offline Devices': 'offline',
	'Linux Fleet': 'class in (LINUX_SERVER,LINUX_WORKSTATION)',
	'Waiting for Approval': 'status = PENDING',
};

const groupOf = filled(GroupSchema);

export const seedGroups = (now: number): GroupRecord[] =>
	Object.entries(filters).map(([name, filter], at) => ({
		...groupOf({ id: firstIds.group + at, name, shared: true, created: now, updated: now }),
		filter,
	}));

import type { NodeClass, Policy, Role, Tag } from '../../contracts';
import type { Random } from './random';

/** Ids of one kind are unlike those of another, so that a mistaken one is noticed. */
export const firstIds = {
	location: 1001,
	role: 301,
	policy: 51,
	tag: 41,
	group: 701,
	user: 5001,
	contact: 80_001,
};

/** How common a role is in a fleet, and the part of a device's name that tells it. */
interface RoleSeed {
	name: string;
	nodeClass: NodeClass;
	chassisType: Role['chassisType'];
	mark: string;
	share: number;
}

export const roleSeeds: readonly RoleSeed[] = [
	{
		name: 'Windows Laptop',
		nodeClass: 'WINDOWS_WORKSTATION',
		chassisType: 'LAPTOP',
		mark: 'LAP',
		share: 34,
	},
	{
		name: 'Windows Desktop',
		nodeClass: 'WINDOWS_WORKSTATION',
		chassisType: 'DESKTOP',
		mark: 'WS',
		share: 24,
	},
	{
		name: 'Windows Server',
		nodeClass: 'WINDOWS_SERVER',
		chassisType: 'UNKNOWN',
		mark: 'SRV',
		share: 14,
	},
	{
		name: 'Linux Server',
		nodeClass: 'LINUX_SERVER',
		chassisType: 'UNKNOWN',
		mark: 'LNX',
		share: 7,
	},
	{
		name: 'Linux Workstation',
		nodeClass: 'LINUX_WORKSTATION',
		chassisType: 'DESKTOP',
		mark: 'LWS',
		share: 2,
	},
	{ name: 'Mac Laptop', nodeClass: 'MAC', chassisType: 'LAPTOP', mark: 'MAC', share: 8 },
	{ name: 'Mac Server', nodeClass: 'MAC_SERVER', chassisType: 'UNKNOWN', mark: 'MSV', share: 1 },
	{ name: 'ESXi Host', nodeClass: 'VMWARE_VM_HOST', chassisType: 'UNKNOWN', mark: 'ESX', share: 1 },
	{ name: 'Network Switch', nodeClass: 'NMS_SWITCH', chassisType: 'UNKNOWN', mark: 'SW', share: 3 },
	{
		name: 'Network Firewall',
		nodeClass: 'NMS_FIREWALL',
		chassisType: 'UNKNOWN',
		mark: 'FW',
		share: 2,
	},
	{
		name: 'Network Printer',
		nodeClass: 'NMS_PRINTER',
		chassisType: 'UNKNOWN',
		mark: 'PRN',
		share: 2,
	},
	{
		name: 'Wireless Access Point',
		nodeClass: 'NMS_WAP',
		chassisType: 'UNKNOWN',
		mark: 'AP',
		share: 2,
	},
];

const year = 365 * 86_400;

export function seedRoles(since: number): Role[] {
	return roleSeeds.map(({ name, nodeClass, chassisType }, at) => ({
		id: firstIds.role + at,
		name,
		nodeClass,
		chassisType,
		custom: false,
		created: since - 3 * year,
	}));
}

/** Every role has a standard policy, and below it a stricter one that some organizations use. */
export function seedPolicies(since: number): Policy[] {
	return roleSeeds.flatMap(({ name, nodeClass }, at) => {
		const id = firstIds.policy + 2 * at;
		const shared = { nodeClass, updated: since - 40 * 86_400 };
		return [
			{ ...shared, id, name: `${name} Policy`, nodeClassDefault: true },
			{
				...shared,
				id: id + 1,
				parentPolicyId: id,
				name: `${name} Policy - Critical`,
				nodeClassDefault: false,
			},
		];
	});
}

/** The standard or the stricter policy of the role at this place in the list. */
export const policyOfRole = (at: number, critical: boolean) =>
	firstIds.policy + 2 * at + (critical ? 1 : 0);

const tagNames = [
	'VIP',
	'Production',
	'Test',
	'End of Life',
	'Leased',
	'Kiosk',
	'Finance',
	'Remote',
];

export function seedTags(random: Random, since: number): Tag[] {
	return tagNames.map((name, at) => ({
		id: firstIds.tag + at,
		name,
		description: `Devices marked ${name}`,
		createTime: since - random.integer(100, 700) * 86_400,
		updateTime: since - random.integer(1, 90) * 86_400,
		createdByUserId: firstIds.user,
		updatedByUserId: firstIds.user,
	}));
}

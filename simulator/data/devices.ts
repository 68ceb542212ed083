import { type DeviceDetailed, type LocationInList, type User, VmHostSchema } from '../../contracts';
import { roles } from './catalog';
import { filled } from './filled';
import { agentBlocks } from './hardware';
import type { OrganizationRecord } from './organizations';
import { type Random, weighted } from './random';

const day = 86_400;

/** What a device is placed into. */
export interface Surroundings {
	organizations: readonly OrganizationRecord[];
	locationsOf(organizationId: number): readonly LocationInList[];
	endUsersOf(organizationId: number): readonly User[];
	tagNames: readonly string[];
	/** Epoch seconds. */
	now: number;
}

export function seedDevices(random: Random, around: Surroundings, count: number): DeviceDetailed[] {
	const { organizations } = around;
	return Array.from({ length: count }, (_, at) => {
		// The first devices reach every organization; then some organizations are larger than others.
		const share = Math.floor(organizations.length * random.next() ** 1.5);
		return makeDevice(random, around, at + 1, organizations[organizations[at] ? at : share]);
	});
}

/** A device as life would have it: mostly approved, online, and named after its organization and its role. */
export function makeDevice(
	random: Random,
	around: Surroundings,
	id: number,
	organization: OrganizationRecord,
): DeviceDetailed {
	const role = weighted(random, roles);
	const owner = random.chance(0.15) ? random.pick(around.endUsersOf(organization.id)) : undefined;
	const name = `${organization.code}-${role.mark}-${String(id).padStart(4, '0')}`;
	const domain = `${organization.code.toLowerCase()}.example`;
	const offline = random.chance(0.15);
	const lastContact =
		around.now - (offline ? random.integer(3600, 20 * day) : random.integer(1, 300));
	const device = {
		id,
		uid: random.uuid(),
		...(owner && { assignedOwnerUid: owner.uid }),
		organizationId: organization.id,
		locationId: random.pick(around.locationsOf(organization.id)).id,
		nodeClass: role.nodeClass,
		nodeRoleId: role.id,
		rolePolicyId: policyFor(organization, role.id),
		approvalStatus: isWaiting(id) ? ('PENDING' as const) : ('APPROVED' as const),
		offline,
		...(isNamed(id) && { displayName: name }),
		systemName: name,
		dnsName: `${name.toLowerCase()}.${domain}`,
		netbiosName: name.slice(0, 15),
		created: around.now - random.integer(day, 900 * day) - fraction(random),
		lastContact: lastContact - fraction(random),
		lastUpdate: lastContact - fraction(random),
		tags: random.chance(0.2) ? [random.pick(around.tagNames)] : [],
		...references(random, around.now, owner),
		ipAddresses: [`10.${organization.id % 256}.${(id >> 8) % 256}.${id % 256}`],
		macAddresses: [macAddress(id)],
		publicIP: `203.0.113.${organization.id % 256}`,
		notes: [],
		deviceType: role.nodeClass === 'VMWARE_VM_HOST' ? 'VMHost' : role.mark,
		...(role.nodeClass === 'VMWARE_VM_HOST' && vmHostOf(name)),
	};
	const { firstName } = random.pick(around.endUsersOf(organization.id));
	const user = `${organization.code}\\${firstName.toLowerCase()}`;
	return {
		...device,
		...agentBlocks(random, { role, systemName: name, domain, user }, around.now),
	};
}

/** The policy that an organization gives to a role. */
export const policyFor = ({ policies }: OrganizationRecord, roleId: number) =>
	policies.find(({ nodeRoleId }) => nodeRoleId === roleId)?.policyId;

/** One device in a hundred has no display name, as happens where nobody gave it one; another waits for approval. */
const isNamed = (id: number) => id % 100 !== 37;
const isWaiting = (id: number) => id % 100 === 63;

const vmHost = filled(VmHostSchema);
const vmHostOf = (name: string) =>
	vmHost({
		name,
		vendor: 'Dell Inc.',
		model: 'PowerEdge R760',
		serviceTag: `ST${name.slice(-4)}`,
		releaseName: 'VMware ESXi 8.0.2',
	});

/** Milliseconds, as the part of a second behind the point. */
const fraction = (random: Random) => random.integer(0, 999) / 1000;

function references(random: Random, now: number, owner?: User) {
	if (!owner && !random.chance(0.2)) return {};
	const startDate = now - random.integer(30, 900) * day;
	const warranty = {
		startDate,
		endDate: startDate + 3 * 365 * day,
		manufacturerFulfillmentDate: startDate - 14 * day,
	};
	return { references: { warranty, ...(owner && { assignedOwner: owner }) } };
}

const macAddress = (id: number) => {
	const digits = id.toString(16).padStart(6, '0');
	return `02:00:00:${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4)}`;
};

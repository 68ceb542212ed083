import type { AgentBlocks, NodeClass } from '../../contracts';
import type { Random } from './random';

const gibibyte = 1024 ** 3;
const day = 86_400;

interface Platform {
	os: readonly { name: string; manufacturer: string; buildNumber: string; releaseId?: string }[];
	makers: readonly { manufacturer: string; model: string }[];
	drive: string;
	fileSystem: string;
}

const windowsMakers = [
	{ manufacturer: 'Dell Inc.', model: 'Latitude 5540' },
	{ manufacturer: 'HP', model: 'EliteBook 840 G10' },
	{ manufacturer: 'LENOVO', model: 'ThinkPad T14 Gen 4' },
];
const serverMakers = [
	{ manufacturer: 'Dell Inc.', model: 'PowerEdge R650' },
	{ manufacturer: 'HPE', model: 'ProLiant DL380 Gen10' },
	{ manufacturer: 'VMware, Inc.', model: 'VMware Virtual Platform' },
];
const linuxSystems = [
	{ name: 'Ubuntu 24.04.1 LTS', manufacturer: 'Canonical', buildNumber: '6.8.0-45' },
	{ name: 'Red Hat Enterprise Linux 9.4', manufacturer: 'Red Hat', buildNumber: '5.14.0-427' },
];
const macSystems = [
	{ name: 'macOS 15 Sequoia', manufacturer: 'Apple', buildNumber: '24A335' },
	{ name: 'macOS 14 Sonoma', manufacturer: 'Apple', buildNumber: '23G93' },
];

const windows = { drive: 'C:', fileSystem: 'NTFS' };
const unix = { drive: '/', fileSystem: 'ext4' };
const apple = { drive: '/', fileSystem: 'APFS' };

/** The classes that run an agent, and so tell about their system. */
const platforms: Partial<Record<NodeClass, Platform>> = {
	WINDOWS_WORKSTATION: {
		...windows,
		makers: windowsMakers,
		os: [
			{
				name: 'Windows 11 Pro Edition',
				manufacturer: 'Microsoft',
				buildNumber: '22631',
				releaseId: '23H2',
			},
			{
				name: 'Windows 10 Pro Edition',
				manufacturer: 'Microsoft',
				buildNumber: '19045',
				releaseId: '22H2',
			},
		],
	},
	WINDOWS_SERVER: {
		...windows,
		makers: serverMakers,
		os: [
			{
				name: 'Windows Server 2022 Standard',
				manufacturer: 'Microsoft',
				buildNumber: '20348',
				releaseId: '21H2',
			},
			{
				name: 'Windows Server 2019 Standard',
				manufacturer: 'Microsoft',
				buildNumber: '17763',
				releaseId: '1809',
			},
		],
	},
	LINUX_SERVER: { ...unix, makers: serverMakers, os: linuxSystems },
	LINUX_WORKSTATION: { ...unix, makers: windowsMakers, os: linuxSystems },
	MAC: {
		...apple,
		makers: [{ manufacturer: 'Apple Inc.', model: 'MacBookPro18,3' }],
		os: macSystems,
	},
	MAC_SERVER: {
		...apple,
		makers: [{ manufacturer: 'Apple Inc.', model: 'Macmini9,1' }],
		os: macSystems,
	},
};

/** What the agent tells about its device; nothing for a device without one. */
export function agentBlocks(
	random: Random,
	device: {
		nodeClass: NodeClass;
		systemName: string;
		domain: string;
		chassis: string;
		user: string;
	},
	now: number,
): AgentBlocks | undefined {
	const platform = platforms[device.nodeClass];
	if (!platform) return undefined;
	const maker = random.pick(platform.makers);
	const serialNumber = random.uuid().slice(0, 8).toUpperCase();
	const memory = random.pick([8, 16, 32, 64]) * gibibyte;
	return {
		os: {
			...random.pick(platform.os),
			architecture: '64-bit',
			servicePackMajorVersion: 0,
			servicePackMinorVersion: 0,
			locale: 'en-US',
			language: 'en',
			needsReboot: random.chance(0.12),
			lastBootTime: now - random.integer(1, 40) * day,
		},
		system: {
			name: device.systemName,
			...maker,
			biosSerialNumber: serialNumber,
			serialNumber,
			domain: device.domain,
			domainRole: device.nodeClass.includes('SERVER') ? 'Member Server' : 'Member Workstation',
			numberOfProcessors: 1,
			totalPhysicalMemory: memory,
			virtualMachine: maker.model.includes('Virtual'),
			chassisType: device.chassis,
		},
		memory: { capacity: memory },
		processors: [random.pick(processors)],
		volumes: [volume(random, platform)],
		lastLoggedInUser: device.user,
	};
}

const gigahertz = 1_000_000_000;
const processors = [
	{
		name: 'Intel(R) Core(TM) i7-1365U',
		numCores: 10,
		numLogicalCores: 12,
		maxClockSpeed: 5.2 * gigahertz,
	},
	{
		name: 'Intel(R) Xeon(R) Gold 6326',
		numCores: 16,
		numLogicalCores: 32,
		maxClockSpeed: 3.5 * gigahertz,
	},
	{
		name: 'AMD Ryzen 7 PRO 7840U',
		numCores: 8,
		numLogicalCores: 16,
		maxClockSpeed: 5.1 * gigahertz,
	},
].map((processor) => ({ ...processor, architecture: 'x64', clockSpeed: 2.4 * gigahertz }));

function volume(random: Random, { drive, fileSystem }: Platform) {
	const capacity = random.pick([256, 512, 1024]) * gibibyte;
	return {
		name: drive,
		driveLetter: drive,
		label: 'System',
		deviceType: 'Local Disk',
		fileSystem,
		capacity,
		freeSpace: Math.floor(capacity * random.next()),
	};
}

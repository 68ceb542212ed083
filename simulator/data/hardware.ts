import {
	type AgentBlocks,
	ComputerSystemSchema,
	type NodeClass,
	OperatingSystemSchema,
	ProcessorSchema,
	VolumeSchema,
} from '../../contracts';
import { familyOf } from './families';
import { filled } from './filled';
import type { Random } from './random';

const gibibyte = 1024 ** 3;
const day = 86_400;

type Maker = readonly [manufacturer: string, model: string];
type System = readonly [name: string, manufacturer: string, build: string, releaseId?: string];

const clients: readonly Maker[] = [
	['Dell Inc.', 'Latitude 5540'],
	['HP', 'EliteBook 840 G10'],
	['LENOVO', 'ThinkPad T14 Gen 4'],
];
const servers: readonly Maker[] = [
	['Dell Inc.', 'PowerEdge R650'],
	['HPE', 'ProLiant DL380 Gen10'],
	['VMware, Inc.', 'VMware Virtual Platform'],
];
const linux: readonly System[] = [
	['Ubuntu 24.04.1 LTS', 'Canonical', '6.8.0-45'],
	['Red Hat Enterprise Linux 9.4', 'Red Hat', '5.14.0-427'],
];
const mac: readonly System[] = [
	['macOS 15 Sequoia', 'Apple', '24A335'],
	['macOS 14 Sonoma', 'Apple', '23G93'],
];
const windowsClients: readonly System[] = [
	['Windows 11 Pro Edition', 'Microsoft', '22631', '23H2'],
	['Windows 10 Pro Edition', 'Microsoft', '19045', '22H2'],
];
const windowsServers: readonly System[] = [
	['Windows Server 2022 Standard', 'Microsoft', '20348', '21H2'],
	['Windows Server 2019 Standard', 'Microsoft', '17763', '1809'],
];

/** The classes that run an agent, and so say something about their system. */
const platforms: Partial<
	Record<NodeClass, { makers: readonly Maker[]; systems: readonly System[] }>
> = {
	WINDOWS_WORKSTATION: { makers: clients, systems: windowsClients },
	WINDOWS_SERVER: { makers: servers, systems: windowsServers },
	LINUX_SERVER: { makers: servers, systems: linux },
	LINUX_WORKSTATION: { makers: clients, systems: linux },
	MAC: { makers: [['Apple Inc.', 'MacBookPro18,3']], systems: mac },
	MAC_SERVER: { makers: [['Apple Inc.', 'Macmini9,1']], systems: mac },
};

const processors = (
	[
		['Intel(R) Core(TM) i7-1365U', 10, 12],
		['Intel(R) Xeon(R) Gold 6326', 16, 32],
		['AMD Ryzen 7 PRO 7840U', 8, 16],
	] as const
).map(([name, numCores, numLogicalCores]) =>
	filled(ProcessorSchema)({ name, numCores, numLogicalCores, maxClockSpeed: 5_000_000_000 }),
);

const systemOf = filled(OperatingSystemSchema);
const machineOf = filled(ComputerSystemSchema);
const volumeOf = filled(VolumeSchema);

interface Machine {
	role: { nodeClass: NodeClass; chassisType: string };
	systemName: string;
	domain: string;
	user: string;
}

/** What the agent says about its device; nothing for a device without one. */
export function agentBlocks(
	random: Random,
	{ role: { nodeClass, chassisType }, systemName, domain, user }: Machine,
	now: number,
): AgentBlocks | undefined {
	const platform = platforms[nodeClass];
	if (!platform) return undefined;
	const [manufacturer, model] = random.pick(platform.makers);
	const serialNumber = random.uuid().slice(0, 8).toUpperCase();
	const memory = random.pick([8, 16, 32, 64]) * gibibyte;
	const [name, vendor, buildNumber, releaseId] = random.pick(platform.systems);
	const os = systemOf({
		name,
		manufacturer: vendor,
		architecture: '64-bit',
		buildNumber,
		...(releaseId && { releaseId }),
		needsReboot: random.chance(0.12),
		lastBootTime: now - random.integer(1, 40) * day,
	});
	const processor = random.pick(processors);
	const capacity = random.pick([256, 512, 1024]) * gibibyte;
	const drive = familyOf(nodeClass) === 'WINDOWS' ? 'C:' : '/';
	return {
		os,
		system: machineOf({
			name: systemName,
			manufacturer,
			model,
			biosSerialNumber: serialNumber,
			serialNumber,
			domain,
			numberOfProcessors: 1,
			totalPhysicalMemory: memory,
			virtualMachine: model.includes('Virtual'),
			chassisType,
		}),
		memory: { capacity: memory },
		processors: [processor],
		volumes: [
			volumeOf({
				name: drive,
				driveLetter: drive,
				label: 'System',
				capacity,
				freeSpace: free(random, capacity),
			}),
		],
		lastLoggedInUser: user,
	};
}

const free = (random: Random, capacity: number) => Math.floor(capacity * random.next());

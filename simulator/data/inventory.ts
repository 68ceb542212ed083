import {
	BackupUsageSchema,
	type DeviceDetailed,
	DeviceHealthRowSchema,
	DiskDriveSchema,
	InstalledSoftwareSchema,
	NetworkInterfaceSchema,
	VolumeSchema,
} from '../../contracts';
import { familyOf } from './families';
import { filled } from './filled';
import type { PatchBook } from './patches';
import { createRandom, type ReportSeed } from './random';

const diskOf = filled(DiskDriveSchema);
const interfaceOf = filled(NetworkInterfaceSchema);
const softwareRowOf = filled(InstalledSoftwareSchema);
const healthRowOf = filled(DeviceHealthRowSchema);
const backupOf = filled(BackupUsageSchema);
const bitLocker = filled(VolumeSchema.shape.bitLockerStatus.unwrap())({ lockStatus: 'UNLOCKED' });

/** The disks on which the volumes of a device lie, one for each. */
export const disksOf = ({ volumes = [], system }: DeviceDetailed) =>
	volumes.map(({ capacity }, at) =>
		diskOf({
			name: `\\\\.\\PHYSICALDRIVE${at}`,
			serialNumber: `${system?.serialNumber ?? 'DISK'}-${at}`,
			size: capacity,
		}),
	);

/** The volumes of a device, with what BitLocker says about them where it is asked for. */
export function volumesOf({ volumes = [], nodeClass }: DeviceDetailed, include = '') {
	const asked = include.split(',').includes('bl') && familyOf(nodeClass) === 'WINDOWS';
	return asked ? volumes.map((volume) => ({ ...volume, bitLockerStatus: bitLocker })) : volumes;
}

/** The interface that has the device's addresses; on Linux the loopback, too. */
export function interfacesOf(device: DeviceDetailed) {
	const { nodeClass, ipAddresses: ipAddress, macAddresses: macAddress } = device;
	const isLinux = familyOf(nodeClass) === 'LINUX';
	const adapter = interfaceOf({
		interfaceName: isLinux ? 'eth0' : 'Ethernet',
		ipAddress,
		macAddress,
		defaultGateway: '192.0.2.254',
		dnsServers: '192.0.2.254',
		linkSpeed: '1000000000',
	});
	const loopback = interfaceOf({ interfaceName: 'lo', ipAddress: ['127.0.0.1'] });
	return isLinux ? [adapter, loopback] : [adapter];
}

/** Who was last seen on a device; nobody on one without an agent. */
export const lastUserOf = ({ lastLoggedInUser, ...device }: DeviceDetailed) =>
	lastLoggedInUser === undefined
		? []
		: [{ userName: lastLoggedInUser, logonTime: device.lastContact - (device.id % 480) * 60 }];

/** What the backup of a device takes up; a third of the devices with an agent have one. */
export function backupUsageOf({ id, nodeClass }: DeviceDetailed, seed: number) {
	if (id % 3 !== 0 || !familyOf(nodeClass)) return [];
	const random = createRandom(seed, `backup of ${id}`);
	const [cloudTotalSize, localTotalSize] = [250, 120].map(
		(most) => random.integer(1, most) * 1024 ** 3,
	);
	return [backupOf({ cloudTotalSize, localTotalSize, revisionsTotalSize: cloudTotalSize })];
}

const products = Object.entries({
	'Google Chrome': 'Google LLC',
	'Mozilla Firefox': 'Mozilla',
	'7-Zip': 'Igor Pavlov',
	'Microsoft 365 Apps': 'Microsoft Corporation',
	'Zoom Workplace': 'Zoom',
	'Adobe Acrobat': 'Adobe Inc.',
	'Notepad++': 'Notepad++ Team',
	PuTTY: 'Simon Tatham',
});

/** @param count how many rows this device has in the report */
export function softwareOf({ id }: DeviceDetailed, count: number, { seed, now }: ReportSeed) {
	const random = createRandom(seed, `software of ${id}`);
	return Array.from({ length: count }, (_, at) => {
		const [name, publisher] = products[at % products.length];
		const installed = now - random.integer(1, 700) * 86_400;
		return softwareRowOf({
			name: at < products.length ? name : `${name} ${Math.floor(at / products.length) + 1}`,
			version: `${random.integer(1, 130)}.${random.integer(0, 9)}.${random.integer(0, 9999)}`,
			publisher,
			installDate: new Date(installed * 1000).toISOString(),
			size: random.integer(1, 900) * 1024 ** 2,
			productCode: `{${random.uuid()}}`,
		});
	});
}

/** What a device's health is made of. */
interface HealthFacts {
	alerts: number;
	jobs: number;
	patches: PatchBook;
}

export function healthOf(
	{ id, offline, os: system }: DeviceDetailed,
	{ alerts, jobs, patches: { os, software } }: HealthFacts,
	seed: number,
) {
	const random = createRandom(seed, `health of ${id}`);
	return healthRowOf({
		deviceId: id,
		healthStatus: alerts > 1 ? 'UNHEALTHY' : alerts === 1 ? 'NEEDS_ATTENTION' : 'HEALTHY',
		offline,
		alertCount: alerts,
		activeJobCount: jobs,
		pendingOSPatchesCount: pendingIn(os.pending),
		failedOSPatchesCount: failedIn(os.installs),
		pendingSoftwarePatchesCount: pendingIn(software.pending),
		failedSoftwarePatchesCount: failedIn(software.installs),
		activeThreatsCount: random.chance(0.01) ? 1 : 0,
		criticalVulnerabilityCount: random.integer(0, 1),
		...(system?.needsReboot && { pendingRebootReason: 'OS_PATCH' }),
		productsInstallationStatuses: {},
	});
}

type Patches = readonly { status: string }[];
const pendingIn = (patches: Patches) =>
	patches.filter(({ status }) => status !== 'REJECTED').length;
const failedIn = (patches: Patches) => patches.filter(({ status }) => status === 'FAILED').length;

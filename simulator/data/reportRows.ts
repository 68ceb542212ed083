import type { DeviceDetailed, DeviceHealthRow, SoftwareRow } from '../../contracts';
import type { PatchBook } from './patches';
import { createRandom, type ReportSeed } from './random';

const products = [
	{ name: 'Google Chrome', publisher: 'Google LLC' },
	{ name: 'Mozilla Firefox', publisher: 'Mozilla' },
	{ name: '7-Zip', publisher: 'Igor Pavlov' },
	{ name: 'Microsoft 365 Apps', publisher: 'Microsoft Corporation' },
	{ name: 'Zoom Workplace', publisher: 'Zoom' },
	{ name: 'Adobe Acrobat', publisher: 'Adobe Inc.' },
	{ name: 'Notepad++', publisher: 'Notepad++ Team' },
	{ name: 'PuTTY', publisher: 'Simon Tatham' },
];

/** @param count how many rows this device has in the report */
export function softwareOf(
	device: DeviceDetailed,
	count: number,
	{ seed, now }: ReportSeed,
): SoftwareRow[] {
	const random = createRandom(seed, `software of ${device.id}`);
	return Array.from({ length: count }, (_, at) => {
		const { name, publisher } = products[at % products.length];
		const installed = now - random.integer(1, 700) * 86_400;
		return {
			name: at < products.length ? name : `${name} ${Math.floor(at / products.length) + 1}`,
			version: `${random.integer(1, 130)}.${random.integer(0, 9)}.${random.integer(0, 9999)}`,
			publisher,
			installDate: new Date(installed * 1000).toISOString(),
			location: `C:\\Program Files\\${name}`,
			size: random.integer(1, 900) * 1024 ** 2,
			productCode: `{${random.uuid()}}`,
			isSystemComponent: false,
			deviceId: device.id,
			timestamp: now,
		};
	});
}

/** What a device's health is made of. */
export interface HealthFacts {
	alerts: number;
	jobs: number;
	patches: PatchBook;
}

export function healthOf(
	device: DeviceDetailed,
	{ alerts, jobs, patches: { os, software } }: HealthFacts,
	{ seed }: ReportSeed,
): DeviceHealthRow {
	const random = createRandom(seed, `health of ${device.id}`);
	const healthStatus = alerts > 1 ? 'UNHEALTHY' : alerts === 1 ? 'NEEDS_ATTENTION' : 'HEALTHY';
	return {
		deviceId: device.id,
		healthStatus,
		offline: device.offline,
		parentOffline: false,
		alertCount: alerts,
		activeJobCount: jobs,
		pendingOSPatchesCount: pendingIn(os.pending),
		failedOSPatchesCount: failedIn(os.installs),
		pendingSoftwarePatchesCount: pendingIn(software.pending),
		failedSoftwarePatchesCount: failedIn(software.installs),
		activeThreatsCount: random.chance(0.01) ? 1 : 0,
		quarantinedThreatsCount: 0,
		blockedThreatsCount: 0,
		criticalVulnerabilityCount: random.integer(0, 1),
		highVulnerabilityCount: random.integer(0, 4),
		mediumVulnerabilityCount: random.integer(0, 8),
		lowVulnerabilityCount: random.integer(0, 8),
		installationIssuesCount: 0,
		...(device.os?.needsReboot && { pendingRebootReason: 'OS_PATCH' }),
		productsInstallationStatuses: {},
	};
}

type Patches = readonly { status: string }[];
const pendingIn = (patches: Patches) =>
	patches.filter(({ status }) => status !== 'REJECTED').length;
const failedIn = (patches: Patches) => patches.filter(({ status }) => status === 'FAILED').length;

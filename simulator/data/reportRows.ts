import type { DeviceDetailed, DeviceHealthRow, OsPatchRow, SoftwareRow } from '../../contracts';
import { createRandom } from './random';

/** Rows that are made when a report is read, the same each time. */
export interface ReportSeed {
	seed: number;
	/** When the rows were taken: epoch seconds. */
	now: number;
}

const patchNames = [
	'Cumulative Update',
	'.NET Framework Security Update',
	'Servicing Stack Update',
	'Defender Definition Update',
];
const patchSeverities = ['critical', 'important', 'moderate', 'optional'];
const patchTypes = ['SECURITY_UPDATES', 'UPDATE_ROLLUPS', 'DEFINITION_UPDATES', 'FEATURE_PACKS'];

/** Patches that nobody tried to install yet; Windows devices alone have some. */
export function osPatchesOf(device: DeviceDetailed, { seed, now }: ReportSeed): OsPatchRow[] {
	if (!device.nodeClass.startsWith('WINDOWS')) return [];
	const random = createRandom(seed, `patches of ${device.id}`);
	return Array.from({ length: random.integer(0, 4) }, () => {
		const kbNumber = `KB50${random.integer(10_000, 49_999)}`;
		return {
			id: random.uuid(),
			name: `${random.pick(patchNames)} (${kbNumber})`,
			severity: random.pick(patchSeverities),
			status: random.pick(['MANUAL', 'APPROVED', 'APPROVED', 'REJECTED']),
			type: random.pick(patchTypes),
			kbNumber,
			deviceId: device.id,
			timestamp: now,
		};
	});
}

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

export function healthOf(
	device: DeviceDetailed,
	alertCount: number,
	about: ReportSeed,
): DeviceHealthRow {
	const random = createRandom(about.seed, `health of ${device.id}`);
	const patches = osPatchesOf(device, about);
	const healthStatus =
		alertCount > 1 ? 'UNHEALTHY' : alertCount === 1 ? 'NEEDS_ATTENTION' : 'HEALTHY';
	return {
		deviceId: device.id,
		healthStatus,
		offline: device.offline,
		parentOffline: false,
		alertCount,
		activeJobCount: 0,
		pendingOSPatchesCount: patches.filter(({ status }) => status !== 'REJECTED').length,
		failedOSPatchesCount: random.chance(0.05) ? 1 : 0,
		pendingSoftwarePatchesCount: random.integer(0, 3),
		failedSoftwarePatchesCount: random.chance(0.03) ? 1 : 0,
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

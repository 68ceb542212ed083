import { z } from 'zod';
import { answer, count, epochSeconds, type Row } from './shapes';

export const OperatingSystemSchema = answer({
	name: z.string(),
	manufacturer: z.string(),
	architecture: z.string(),
	buildNumber: z.string(),
	releaseId: z.string().optional(),
	servicePackMajorVersion: count.optional(),
	servicePackMinorVersion: count.optional(),
	locale: z.string(),
	language: z.string(),
	needsReboot: z.boolean(),
	lastBootTime: epochSeconds,
});

export const ComputerSystemSchema = answer({
	name: z.string(),
	manufacturer: z.string(),
	model: z.string(),
	biosSerialNumber: z.string(),
	serialNumber: z.string(),
	assetSerialNumber: z.string().optional(),
	domain: z.string(),
	domainRole: z.string(),
	numberOfProcessors: count,
	/** Bytes. */
	totalPhysicalMemory: count,
	virtualMachine: z.boolean(),
	chassisType: z.string(),
});

export const ProcessorSchema = answer({
	architecture: z.string(),
	name: z.string(),
	/** Hertz. */
	maxClockSpeed: count,
	clockSpeed: count,
	numCores: count,
	numLogicalCores: count,
});

export const VolumeSchema = answer({
	name: z.string(),
	driveLetter: z.string().optional(),
	label: z.string().optional(),
	deviceType: z.string(),
	fileSystem: z.string(),
	/** Bytes. */
	capacity: count,
	freeSpace: count,
	serialNumber: z.string().optional(),
	/** Only when asked for. */
	bitLockerStatus: answer({
		conversionStatus: z.enum([
			'FULLY_DECRYPTED',
			'FULLY_ENCRYPTED',
			'ENCRYPTION_IN_PROGRESS',
			'DECRYPTION_IN_PROGRESS',
			'ENCRYPTION_PAUSED',
			'DECRYPTION_PAUSED',
			'UNKNOWN',
		]),
		encryptionMethod: z.enum([
			'NONE',
			'AES_128_WITH_DIFFUSER',
			'AES_256_WITH_DIFFUSER',
			'AES_128',
			'AES_256',
			'HARDWARE_ENCRYPTION',
			'XTS_AES_128',
			'XTS_AES_256',
			'UNKNOWN',
		]),
		protectionStatus: z.enum(['UNPROTECTED', 'PROTECTED', 'UNKNOWN', 'PENDING']),
		lockStatus: z.enum(['UNKNOWN', 'UNLOCKED', 'LOCKED']),
		initializedForProtection: z.boolean(),
	}).optional(),
});
export type Volume = Row<typeof VolumeSchema>;

/** What a VMware host tells about itself, in its row and not in blocks. */
export const VmHostSchema = answer({
	name: z.string(),
	vendor: z.string(),
	model: z.string(),
	serviceTag: z.string(),
	releaseName: z.string(),
	version: z.string(),
	buildNumber: z.string(),
	cpuModel: z.string(),
	cpuMhz: count,
	cpuPackages: count,
	cpuThreads: count,
	/** Bytes. */
	memorySize: count,
});

/** What a device with an agent tells about itself, and a switch or a printer does not. */
export const AgentBlocksSchema = answer({
	os: OperatingSystemSchema,
	system: ComputerSystemSchema,
	/** Bytes. */
	memory: answer({ capacity: count }),
	processors: z.array(ProcessorSchema),
	volumes: z.array(VolumeSchema),
	lastLoggedInUser: z.string(),
});
export type AgentBlocks = Row<typeof AgentBlocksSchema>;

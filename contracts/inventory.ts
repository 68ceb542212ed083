import { z } from 'zod';
import { answer, count, epochSeconds } from './shapes';

export const DiskDriveSchema = answer({
	name: z.string(),
	description: z.string(),
	manufacturer: z.string(),
	model: z.string(),
	serialNumber: z.string(),
	interfaceType: z.string(),
	mediaType: z.string(),
	bytesPerSector: count,
	partitionCount: count,
	/** Bytes. */
	size: count,
	smartCapable: z.boolean(),
	status: z.string(),
});

export const NetworkInterfaceSchema = answer({
	adapterName: z.string(),
	interfaceName: z.string(),
	interfaceType: z.string(),
	interfaceIndex: z.string(),
	dnsHostName: z.string().optional(),
	dnsServers: z.string().optional(),
	defaultGateway: z.string().optional(),
	subnetMask: z.string(),
	ipAddress: z.array(z.string()),
	macAddress: z.array(z.string()),
	/** Text, although a number. */
	linkSpeed: z.string().optional(),
	mtu: z.string(),
	status: z.string(),
});

export const LoggedOnUserSchema = answer({ userName: z.string(), logonTime: epochSeconds });

/** All in bytes. */
export const BackupUsageSchema = answer({
	revisionsCurrentSize: count,
	revisionsPreviousSize: count,
	revisionsDeletedSize: count,
	revisionsTotalSize: count,
	localFileFolderSize: count,
	localImageSize: count,
	localTotalSize: count,
	cloudFileFolderSize: count,
	cloudImageSize: count,
	cloudTotalSize: count,
});

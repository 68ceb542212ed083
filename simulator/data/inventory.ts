import type {
	BackupUsage,
	DeviceDetailed,
	DiskDrive,
	LoggedOnUser,
	NetworkInterface,
	Volume,
} from '../../contracts';
import { familyOf } from './families';
import { createRandom } from './random';

const gibibyte = 1024 ** 3;

/** The disks on which the volumes of a device lie, one for each. */
export const disksOf = ({ volumes = [], system }: DeviceDetailed): DiskDrive[] =>
	volumes.map(({ capacity }, at) => ({
		name: `\\\\.\\PHYSICALDRIVE${at}`,
		description: 'Disk drive',
		manufacturer: '(Standard disk drives)',
		model: system?.virtualMachine ? 'Virtual Disk' : 'NVMe Solid State Drive',
		serialNumber: `${system?.serialNumber ?? 'DISK'}-${at}`,
		interfaceType: 'SCSI',
		mediaType: 'Fixed hard disk media',
		bytesPerSector: 512,
		partitionCount: 2,
		size: capacity,
		smartCapable: !system?.virtualMachine,
		status: 'OK',
	}));

/** The volumes of a device, with what BitLocker says about them where it is asked for. */
export function volumesOf(device: DeviceDetailed, include = ''): Volume[] {
	const { volumes = [], id } = device;
	const asked = include.split(',').includes('bl') && familyOf(device.nodeClass) === 'WINDOWS';
	return asked ? volumes.map((volume) => ({ ...volume, bitLockerStatus: bitLocker(id) })) : volumes;
}

const bitLocker = (deviceId: number) => {
	const encrypted = deviceId % 3 !== 0;
	return {
		conversionStatus: encrypted ? 'FULLY_ENCRYPTED' : 'FULLY_DECRYPTED',
		encryptionMethod: encrypted ? 'XTS_AES_256' : 'NONE',
		protectionStatus: encrypted ? 'PROTECTED' : 'UNPROTECTED',
		lockStatus: 'UNLOCKED',
		initializedForProtection: encrypted,
	};
};

/** The interface that has the device's addresses; on Linux the loopback, too. */
export function interfacesOf(device: DeviceDetailed): NetworkInterface[] {
	const [address = '0.0.0.0'] = device.ipAddresses;
	const gateway = address.replace(/\d+$/, '254');
	const isLinux = familyOf(device.nodeClass) === 'LINUX';
	const adapter: NetworkInterface = {
		adapterName: isLinux ? 'eth0' : 'Intel(R) Ethernet Connection',
		interfaceName: isLinux ? 'eth0' : 'Ethernet',
		interfaceType: 'ETHERNET',
		interfaceIndex: '2',
		dnsHostName: device.dnsName,
		dnsServers: gateway,
		defaultGateway: gateway,
		subnetMask: '255.255.255.0',
		ipAddress: device.ipAddresses,
		macAddress: device.macAddresses,
		linkSpeed: '1000000000',
		mtu: '1500',
		status: 'UP',
	};
	return isLinux ? [adapter, loopback] : [adapter];
}

const loopback: NetworkInterface = {
	adapterName: 'lo',
	interfaceName: 'lo',
	interfaceType: 'SOFTWARE_LOOPBACK',
	interfaceIndex: '1',
	subnetMask: '255.0.0.0',
	ipAddress: ['127.0.0.1'],
	macAddress: [],
	mtu: '65536',
	status: 'UP',
};

/** Who was last seen on a device; nobody on one without an agent. */
export const lastUserOf = ({
	id,
	lastLoggedInUser,
	lastContact,
}: DeviceDetailed): LoggedOnUser[] =>
	lastLoggedInUser === undefined
		? []
		: [{ userName: lastLoggedInUser, logonTime: lastContact - (id % 480) * 60 }];

/** What the backup of a device takes up; a third of the devices with an agent have one. */
export function backupUsageOf(device: DeviceDetailed, seed: number): BackupUsage[] {
	if (device.id % 3 !== 0 || !familyOf(device.nodeClass)) return [];
	const random = createRandom(seed, `backup of ${device.id}`);
	const [cloudFileFolderSize, cloudImageSize, localFileFolderSize, localImageSize] = [
		50, 200, 20, 100,
	].map((most) => random.integer(1, most) * gibibyte);
	const cloudTotalSize = cloudFileFolderSize + cloudImageSize;
	const localTotalSize = localFileFolderSize + localImageSize;
	const revisionsPreviousSize = Math.floor(cloudTotalSize / 4);
	return [
		{
			revisionsCurrentSize: cloudTotalSize - revisionsPreviousSize,
			revisionsPreviousSize,
			revisionsDeletedSize: 0,
			revisionsTotalSize: cloudTotalSize,
			localFileFolderSize,
			localImageSize,
			localTotalSize,
			cloudFileFolderSize,
			cloudImageSize,
			cloudTotalSize,
		},
	];
}

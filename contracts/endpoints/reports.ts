import type { Contract } from '../contract';
import {
	DeviceFieldsDetailedRowSchema,
	DeviceFieldsRowSchema,
	ScopedFieldsDetailedRowSchema,
	ScopedFieldsRowSchema,
} from '../fieldReport';
import {
	BackupUsageRowSchema,
	ComputerSystemRowSchema,
	DeviceHealthRowSchema,
	DiskRowSchema,
	LoggedOnUserRowSchema,
	NetworkInterfaceRowSchema,
	OperatingSystemRowSchema,
	OsPatchRowSchema,
	ProcessorRowSchema,
	reportOf,
	SoftwarePatchRowSchema,
	SoftwareRowSchema,
	VolumeRowSchema,
	WindowsServiceRowSchema,
} from '../report';

/** Reports over the fleet, and over all that has custom fields. */
export const reportContracts = {
	'GET /v2/queries/device-health': { answer: reportOf(DeviceHealthRowSchema) },
	'GET /v2/queries/operating-systems': { answer: reportOf(OperatingSystemRowSchema) },
	'GET /v2/queries/computer-systems': { answer: reportOf(ComputerSystemRowSchema) },
	'GET /v2/queries/os-patches': { answer: reportOf(OsPatchRowSchema) },
	'GET /v2/queries/os-patch-installs': { answer: reportOf(OsPatchRowSchema) },
	'GET /v2/queries/software-patches': { answer: reportOf(SoftwarePatchRowSchema) },
	'GET /v2/queries/software-patch-installs': { answer: reportOf(SoftwarePatchRowSchema) },
	'GET /v2/queries/network-interfaces': { answer: reportOf(NetworkInterfaceRowSchema) },
	'GET /v2/queries/logged-on-users': { answer: reportOf(LoggedOnUserRowSchema) },
	'GET /v2/queries/disks': { answer: reportOf(DiskRowSchema) },
	'GET /v2/queries/volumes': { answer: reportOf(VolumeRowSchema) },
	'GET /v2/queries/processors': { answer: reportOf(ProcessorRowSchema) },
	'GET /v2/queries/windows-services': { answer: reportOf(WindowsServiceRowSchema) },
	'GET /v2/queries/backup/usage': { answer: reportOf(BackupUsageRowSchema) },
	'GET /v2/queries/software': { answer: reportOf(SoftwareRowSchema) },
	'GET /v2/queries/custom-fields': { answer: reportOf(DeviceFieldsRowSchema) },
	'GET /v2/queries/custom-fields-detailed': { answer: reportOf(DeviceFieldsDetailedRowSchema) },
	'GET /v2/queries/scoped-custom-fields': { answer: reportOf(ScopedFieldsRowSchema) },
	'GET /v2/queries/scoped-custom-fields-detailed': {
		answer: reportOf(ScopedFieldsDetailedRowSchema),
	},
} satisfies Record<string, Contract>;

import { z } from 'zod';
import { ActivitiesSchema, DeviceActivitiesSchema } from '../activity';
import { AlertResetSchema, AlertSchema } from '../alert';
import type { Contract } from '../contract';
import {
	DashboardLinkSchema,
	DeviceDetailedSchema,
	DevicePatchSchema,
	DeviceSchema,
	DeviceSearchSchema,
} from '../device';
import {
	DeviceIdListSchema,
	MaintenanceRequestSchema,
	PolicyOverridesSchema,
	RebootRequestSchema,
} from '../deviceActions';
import { ProcessorSchema, VolumeSchema } from '../deviceBlocks';
import { DiskDriveSchema, LoggedOnUserSchema, NetworkInterfaceSchema } from '../inventory';
import { JobSchema } from '../job';
import { OsPatchSchema, SoftwarePatchSchema } from '../patch';
import { InstalledSoftwareSchema } from '../report';
import { AutomationScriptSchema, RunScriptRequestSchema, ScriptingOptionsSchema } from '../script';
import { id, uid } from '../shapes';
import {
	ServiceConfigurationSchema,
	ServiceControlRequestSchema,
	WindowsServiceSchema,
} from '../windowsService';

/** Devices, what is in them, what is done to them, and what they report. */
export const deviceContracts = {
	'GET /v2/devices': { answer: z.array(DeviceSchema) },
	'GET /v2/devices-detailed': { answer: z.array(DeviceDetailedSchema) },
	'GET /v2/devices/search': { answer: DeviceSearchSchema },
	'GET /v2/device/{id}': { answer: DeviceDetailedSchema },
	'PATCH /v2/device/{id}': { request: DevicePatchSchema },
	'GET /v2/device/{id}/dashboard-url': { answer: DashboardLinkSchema },

	'POST /v2/devices/approval/{mode}': { request: DeviceIdListSchema },
	'POST /v2/device/{id}/decommission': {},
	'POST /v2/device/{id}/owner/{ownerUid}': {},
	'DELETE /v2/device/{id}/owner': {},
	'PUT /v2/device/{id}/maintenance': { request: MaintenanceRequestSchema },
	'DELETE /v2/device/{id}/maintenance': {},
	'POST /v2/device/{id}/reboot/{mode}': { request: RebootRequestSchema.default({}) },
	'GET /v2/device/{id}/policy/overrides': { answer: PolicyOverridesSchema },
	'DELETE /v2/device/{id}/policy/overrides': {},

	'GET /v2/device/{id}/disks': { answer: z.array(DiskDriveSchema) },
	'GET /v2/device/{id}/volumes': { answer: z.array(VolumeSchema) },
	'GET /v2/device/{id}/processors': { answer: z.array(ProcessorSchema) },
	'GET /v2/device/{id}/network-interfaces': { answer: z.array(NetworkInterfaceSchema) },
	'GET /v2/device/{id}/last-logged-on-user': { answer: LoggedOnUserSchema.partial() },
	'GET /v2/device/{id}/software': { answer: z.array(InstalledSoftwareSchema) },

	'GET /v2/device/{id}/os-patches': { answer: z.array(OsPatchSchema) },
	'GET /v2/device/{id}/os-patch-installs': { answer: z.array(OsPatchSchema) },
	'GET /v2/device/{id}/software-patches': { answer: z.array(SoftwarePatchSchema) },
	'GET /v2/device/{id}/software-patch-installs': { answer: z.array(SoftwarePatchSchema) },
	'POST /v2/device/{id}/patch/os/scan': {},
	'POST /v2/device/{id}/patch/os/apply': {},
	'POST /v2/device/{id}/patch/software/scan': {},
	'POST /v2/device/{id}/patch/software/apply': {},

	'GET /v2/device/{id}/windows-services': { answer: z.array(WindowsServiceSchema) },
	'POST /v2/device/{id}/windows-service/{serviceId}/control': {
		request: ServiceControlRequestSchema,
	},
	'POST /v2/device/{id}/windows-service/{serviceId}/configure': {
		request: ServiceConfigurationSchema,
	},

	'GET /v2/automation/scripts': { answer: z.array(AutomationScriptSchema) },
	'GET /v2/device/{id}/scripting/options': { answer: ScriptingOptionsSchema },
	/** NinjaOne varies in what it answers: nothing, the job's uid alone or in an object, or its first activity. */
	'POST /v2/device/{id}/script/run': {
		request: RunScriptRequestSchema,
		answer: z
			.union([uid, z.object({ jobUid: uid }).strict(), z.object({ activityId: id }).strict()])
			.optional(),
	},
	'GET /v2/jobs': { answer: z.array(JobSchema) },
	'GET /v2/device/{id}/jobs': { answer: z.array(JobSchema) },

	'GET /v2/alerts': { answer: z.array(AlertSchema) },
	'GET /v2/device/{id}/alerts': { answer: z.array(AlertSchema) },
	'DELETE /v2/alert/{uid}': {},
	'POST /v2/alert/{uid}/reset': { request: AlertResetSchema },
	'GET /v2/activities': { answer: ActivitiesSchema },
	'GET /v2/device/{id}/activities': { answer: DeviceActivitiesSchema },
} satisfies Record<string, Contract>;

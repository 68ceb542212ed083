import type { IDataObject } from 'n8n-workflow';
import { jobEnd, scriptActivities, scriptResult } from '../../api/scriptResult';
import type { TriggerEvents } from './event';

/** What has become of a threat, by the code of its activity. */
const threatStates: Readonly<Record<string, 'active' | 'blocked' | 'quarantined' | 'removed'>> = {
	BDAS_BITDEFENDER_THREAT_BLOCKED: 'blocked',
	BDAS_BITDEFENDER_THREAT_CLEANED: 'removed',
	BDAS_BITDEFENDER_THREAT_DELETED: 'removed',
	BDAS_BITDEFENDER_THREAT_PRESENT: 'active',
	BDAS_BITDEFENDER_THREAT_QUARANTINED: 'quarantined',
	CROWDSTRIKE_THREAT_DETECTED: 'active',
	GRAVITYZONE_ADVANCED_THREAT_BLOCKED: 'blocked',
	GRAVITYZONE_ADVANCED_THREAT_DISINFECTED: 'removed',
	GRAVITYZONE_THREAT_BLOCKED: 'blocked',
	GRAVITYZONE_THREAT_CLEANED: 'removed',
	GRAVITYZONE_THREAT_DELETED: 'removed',
	GRAVITYZONE_THREAT_PRESENT: 'active',
	GRAVITYZONE_THREAT_QUARANTINED: 'quarantined',
	GRAVITYZONE_THREAT_REPORTED: 'active',
	SENTINEL_ONE_THREAT_DETECTED: 'active',
	VIPREAV_ACTIVEPROTECTION_THREAT_QUARANTINED: 'quarantined',
	VIPREAV_SCAN_THREAT_QUARANTINED: 'quarantined',
	VIPREAV_USERINITIATED_THREAT_QUARANTINED: 'quarantined',
	WEBROOT_THREAT_DETECTED: 'active',
};

const agentCodes = ['NODE_CLONING_DETECTED', 'NODE_REGISTRATION_REJECTED'];

const patchDetails = ({ subject, sourceName, statusCode }: IDataObject): IDataObject => ({
	patch: subject ?? sourceName,
	kind: String(statusCode).startsWith('SOFTWARE_') ? 'software' : 'os',
});

/** What has come of the work on a device: patches, scripts, backups, antivirus. */
export const jobEvents = {
	patchInstalled: {
		name: 'Patch Installed',
		description: 'A patch for the operating system or for software was installed on a device',
		statusCodes: ['PATCH_MANAGEMENT_INSTALLED', 'SOFTWARE_PATCH_MANAGEMENT_INSTALLED'],
		about: 'device',
		details: patchDetails,
	},
	patchFailed: {
		name: 'Patch Failed',
		description:
			'A patch for the operating system or for software could not be installed on a device',
		statusCodes: ['PATCH_MANAGEMENT_INSTALL_FAILED', 'SOFTWARE_PATCH_MANAGEMENT_INSTALL_FAILED'],
		about: 'device',
		details: patchDetails,
	},
	scriptFinished: {
		name: 'Script Finished',
		description: 'A script or built-in action has ended on a device, with its result',
		statusCodes: ['COMPLETED', 'CANCELLED', 'BLOCKED'],
		activityTypes: scriptActivities,
		about: 'device',
		details: (activity) => ({
			script: activity.sourceName ?? activity.subject,
			outcome: jobEnd(activity),
			jobUid: activity.seriesUid,
			...scriptResult(activity),
		}),
	},
	threatFound: {
		name: 'Antivirus Threat Found',
		description:
			'An antivirus product that NinjaOne manages has found a threat on a device, whether it is active, blocked, quarantined or removed by now',
		statusCodes: Object.keys(threatStates),
		about: 'device',
		details: ({ statusCode, subject, sourceName }) => ({
			threat: subject ?? sourceName,
			threatState: threatStates[String(statusCode)],
		}),
	},
	backupFailed: {
		name: 'Backup Failed',
		description:
			'A backup of a device has failed or was aborted, or could not be copied to the cloud',
		statusCodes: [
			'CLOUDBERRY_BACKUPJOB_FAILED',
			'NINJA_BACKUP_BACKUPJOB_FAILED',
			'NINJA_BACKUP_UPSYNCJOB_FAILED',
			'SHADOWPROTECT_BACKUPJOB_ABORTED',
			'SHADOWPROTECT_BACKUPJOB_FAILED',
		],
		about: 'device',
		details: ({ subject, sourceName }) => ({ backup: sourceName ?? subject }),
	},
	blocked: {
		name: 'Agent or Script Blocked',
		description:
			'NinjaOne did not let an agent register, or has found it cloned; or a script or other job was blocked on a device',
		statusCodes: ['BLOCKED', ...agentCodes],
		about: 'device',
		details: ({ statusCode, subject, sourceName }) => ({
			blocked: agentCodes.includes(String(statusCode)) ? 'agent' : 'job',
			subject: sourceName ?? subject,
		}),
	},
} satisfies TriggerEvents;

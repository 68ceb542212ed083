import type { Activity, DeviceDetailed, OsPatch, SoftwarePatch } from '../../contracts';
import { familyOf } from '../data/families';
import type { PatchKind, PatchList } from '../data/patches';
import { createRandom } from '../data/random';
import { failure } from '../refusal';
import type { Job } from './jobs';
import { cutShort, entryOf, type Series } from './series';
import type { State } from './state';

type PatchWork = 'scan' | 'apply';

export const kinds = {
	os: { jobType: 'PATCH_MANAGEMENT', name: 'OS patch', families: ['WINDOWS', 'MAC', 'LINUX'] },
	software: {
		jobType: 'SOFTWARE_PATCH_MANAGEMENT',
		name: 'Software patch',
		families: ['WINDOWS', 'MAC'],
	},
};

/** Takes in a scan for patches, or the installation of those that are approved. */
export function startPatching(
	state: State,
	device: DeviceDetailed,
	{ kind, work }: { kind: PatchKind; work: PatchWork },
	userId?: number,
): void {
	const { jobType, name, families } = kinds[kind];
	if (!families.includes(familyOf(device.nodeClass) ?? ''))
		throw failure(400, 'Device is not applicable');
	const install = (job: Job) => {
		const list = state.patches.toChange(device)[kind] as PatchList<OsPatch | SoftwarePatch>;
		for (const entry of installApproved(job, list, state)) state.addActivity(entry);
	};
	const about = { deviceId: device.id, jobType, name: `${name} ${work}`, userId };
	state.jobs.start(about, [
		(job) => state.addActivity(stepOf(job, work, 'STARTED')),
		...(work === 'apply' ? [install] : []),
		(job) => state.addActivity(cutShort(job) ?? stepOf(job, work, 'COMPLETED')),
	]);
}

const codes = { scan: 'SCAN', apply: 'APPLY_PATCH' };

function stepOf(job: Job, work: PatchWork, step: 'STARTED' | 'COMPLETED'): Partial<Activity> {
	const status = step.toLowerCase();
	return entryOf(job, {
		statusCode: `${job.jobType}_${codes[work]}_${step}`,
		status: `${job.name} ${status}`,
		message: `${job.name} ${status}`,
		...(step === 'COMPLETED' && { activityResult: job.wish.result ?? 'SUCCESS' }),
	});
}

/** Tries the approved patches; what it tried is an install from then on, and one in ten fails. */
function installApproved(
	job: Job,
	list: PatchList<OsPatch | SoftwarePatch>,
	state: State,
): Partial<Activity>[] {
	if (cutShort(job)) return [];
	const approved = list.pending.filter(({ status }) => status === 'APPROVED');
	const tries = approved.map((patch) => {
		const failed = job.wish.result
			? job.wish.result === 'FAILURE'
			: createRandom(0, `install of ${patch.id}`).chance(0.1);
		return tried(patch, failed, state);
	});
	list.pending = list.pending.filter((patch) => !approved.includes(patch));
	list.installs = [...tries, ...list.installs];
	return tries.map((patch) => installEntry(job, patch));
}

/** A patch once somebody has tried to install it. */
export const tried = <Patch extends OsPatch | SoftwarePatch>(
	patch: Patch,
	failed: boolean,
	{ now }: State,
): Patch => ({ ...patch, status: failed ? 'FAILED' : 'INSTALLED', installedAt: now() });

export function installEntry(job: Series, patch: OsPatch | SoftwarePatch): Partial<Activity> {
	const installed = patch.status === 'INSTALLED';
	const subject = 'name' in patch ? patch.name : patch.title;
	const { id: patchId, ...params } = patch;
	const statusCode = `${job.jobType}_${installed ? 'INSTALLED' : 'INSTALL_FAILED'}`;
	const status = installed ? 'Patch installed' : 'Patch installation failed';
	return entryOf(job, {
		statusCode,
		status,
		subject,
		message: `${status}: ${subject}`,
		activityResult: installed ? 'SUCCESS' : 'FAILURE',
		data: { message: { code: statusCode.toLowerCase(), params: { patchId, ...params } } },
	});
}

import type { Activity, DeviceDetailed, OsPatch, SoftwarePatch } from '../../contracts';
import { familyOf } from '../data/families';
import { osPatch, type PatchKind, type PatchList, softwarePatch } from '../data/patches';
import { createRandom, type Random } from '../data/random';
import { failure } from '../refusal';
import type { Job } from './jobs';
import { cutShort, entryOf, type JobNames } from './jobEntries';
import type { State } from './state';

type Patch = OsPatch | SoftwarePatch;
type PatchWork = 'scan' | 'apply';

/** `scanned` are the systems that can be scanned; fewer of them have patches at all. */
const types = {
	os: {
		jobType: 'PATCH_MANAGEMENT',
		name: 'OS patch',
		make: osPatch,
		scanned: ['WINDOWS', 'MAC', 'LINUX'],
		patched: ['WINDOWS'],
	},
	software: {
		jobType: 'SOFTWARE_PATCH_MANAGEMENT',
		name: 'Software patch',
		make: softwarePatch,
		scanned: ['WINDOWS', 'MAC'],
		patched: ['WINDOWS', 'MAC'],
	},
};

function checkFamily({ nodeClass }: DeviceDetailed, families: readonly string[]): void {
	if (!families.includes(familyOf(nodeClass) ?? '')) throw failure(400, 'Device is not applicable');
}

const listOf = ({ patches }: State, device: DeviceDetailed, kind: PatchKind) =>
	patches.toChange(device)[kind] as PatchList<Patch>;

/** Takes in a scan for patches, or the installation of those that are approved. */
export function startPatching(
	state: State,
	device: DeviceDetailed,
	{ kind, work, userId }: { kind: PatchKind; work: PatchWork; userId?: number },
): void {
	const { jobType, name, scanned } = types[kind];
	checkFamily(device, scanned);
	const install = (job: Job) => {
		for (const patch of installApproved(job, listOf(state, device, kind), state))
			state.addActivity(installEntry(job, patch));
	};
	state.jobs.start({ deviceId: device.id, jobType, name: `${name} ${work}`, userId }, [
		(job) => state.addActivity(stepOf(job, work, 'STARTED')),
		...(work === 'apply' ? [install] : []),
		(job) => state.addActivity(cutShort(job) ?? stepOf(job, work, 'COMPLETED')),
	]);
}

const codes = { scan: 'SCAN', apply: 'APPLY_PATCH' };

function stepOf(job: Job, work: PatchWork, step: 'STARTED' | 'COMPLETED') {
	const message = `${job.name} ${step.toLowerCase()}`;
	const statusCode = `${job.jobType}_${codes[work]}_${step}`;
	const activityResult = step === 'COMPLETED' ? (job.wish.result ?? 'SUCCESS') : undefined;
	return entryOf(job, { statusCode, status: message, message, activityResult });
}

/** Tries the approved patches, of which one in ten fails. @returns what it tried, which is an install from then on */
function installApproved(job: Job, list: PatchList<Patch>, state: State): Patch[] {
	if (cutShort(job)) return [];
	const fails = ({ id }: Patch) =>
		job.wish.result
			? job.wish.result === 'FAILURE'
			: createRandom(0, `install of ${id}`).chance(0.1);
	const approved = list.pending.filter(({ status }) => status === 'APPROVED');
	const tries = approved.map((patch) => tried(patch, fails(patch), state));
	list.pending = list.pending.filter((patch) => !approved.includes(patch));
	list.installs = [...tries, ...list.installs];
	return tries;
}

/** A patch once somebody has tried to install it. */
const tried = (patch: Patch, failed: boolean, { now }: State): Patch => ({
	...patch,
	status: failed ? 'FAILED' : 'INSTALLED',
	installedAt: now(),
});

function installEntry(job: JobNames, patch: Patch): Partial<Activity> {
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

/** A device installs a patch at once, or fails to: one that is pending, or else one that came up meanwhile. */
export function tryPatch(
	state: State,
	device: DeviceDetailed,
	random: Random,
	{ kind = 'os', failed = false }: { kind?: PatchKind; failed?: boolean } = {},
): Activity {
	const { jobType, name, make, patched } = types[kind];
	checkFamily(device, patched);
	const list = listOf(state, device, kind);
	const patch = tried(list.pending.shift() ?? make(random, ['APPROVED']), failed, state);
	list.installs = [patch, ...list.installs];
	const job = { uid: random.uuid(), deviceId: device.id, jobType, name: `${name} apply` };
	return state.addActivity(installEntry(job, patch));
}

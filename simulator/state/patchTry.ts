import type { Activity, DeviceDetailed, OsPatch, SoftwarePatch } from '../../contracts';
import { familyOf } from '../data/families';
import { osPatch, type PatchKind, type PatchList, softwarePatch } from '../data/patches';
import type { Random } from '../data/random';
import { failure } from '../refusal';
import { installEntry, kinds, tried } from './patching';
import type { State } from './state';

const makers = { os: osPatch, software: softwarePatch };
/** Where there are patches at all; scans reach further. */
const families = { os: ['WINDOWS'], software: ['WINDOWS', 'MAC'] };

/** A device installs a patch at once, or fails to: one that is pending, or else one that came up meanwhile. */
export function tryPatch(
	state: State,
	device: DeviceDetailed,
	random: Random,
	{ kind = 'os', failed = false }: { kind?: PatchKind; failed?: boolean } = {},
): Activity {
	if (!families[kind].includes(familyOf(device.nodeClass) ?? ''))
		throw failure(400, 'Device is not applicable');
	const list = state.patches.toChange(device)[kind] as PatchList<OsPatch | SoftwarePatch>;
	const patch = tried(list.pending.shift() ?? makers[kind](random, ['APPROVED']), failed, state);
	list.installs = [patch, ...list.installs];
	const { jobType, name } = kinds[kind];
	const job = { uid: random.uuid(), deviceId: device.id, jobType, name: `${name} apply` };
	return state.addActivity(installEntry(job, patch));
}

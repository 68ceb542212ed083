import type { IDataObject } from 'n8n-workflow';
import type { EndpointById } from '../../api/endpoint';
import { call } from '../../api/request';
import { followedEndpoints } from '../../operations/follower';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { minutes, notAwaited, outcomeOf, waitingFields, type Outcome } from '../fields/waiting';

interface Start {
	type: 'OS' | 'Software';
	what: 'Scan' | 'Apply';
	endpoint: EndpointById;
}

/** Words of NinjaOne's log about each type of patches. */
const logged = {
	OS: { activityType: 'PATCH_MANAGEMENT', prefix: 'PATCH_MANAGEMENT' },
	Software: { activityType: 'SOFTWARE_PATCH_MANAGEMENT', prefix: 'SOFTWARE_PATCH_MANAGEMENT' },
};
const words = { OS: 'OS', Software: 'software' };
const stage = { Scan: 'SCAN', Apply: 'APPLY_PATCH' };

interface PatchOutcome extends Outcome {
	installed?: string[];
	failed?: string[];
}

/** A scan for patches, or the installation of all patches that the device's policy has approved. */
export const startPatching = ({ type, what, endpoint }: Start) =>
	operation({
		name: `${what} ${type}`,
		action:
			what === 'Scan'
				? `Scan device for ${words[type]} patches`
				: `Apply ${words[type]} patches on device`,
		description:
			what === 'Scan'
				? `Start a scan for ${words[type]} patches on a device`
				: `Start installing all ${words[type]} patches that the device's policy has approved; NinjaOne cannot be told to install single ones`,
		endpoints: [endpoint, ...followedEndpoints],
		fields: { deviceId: deviceLocator(), ...waitingFields('Completion') },
		async run(caller, { deviceId, wait, waitMinutes }) {
			const since = wait ? await caller.bookmark() : 0;
			await caller.send(call(endpoint, { path: { id: deviceId } }));
			if (!wait) return [{ deviceId, ...notAwaited }];
			const followed = await caller.follow<PatchOutcome>({
				deviceId,
				since,
				timeoutMs: minutes(waitMinutes),
				see: watchPatching(type, what),
			});
			return [
				{ deviceId, ...outcomeOf(followed, `${what.toLowerCase()} of ${words[type]} patches`) },
			];
		},
	});

/** Collects what was installed and what failed until the log says that it is over. */
function watchPatching(type: Start['type'], what: Start['what']) {
	const { activityType, prefix } = logged[type];
	const installed: string[] = [];
	const failed: string[] = [];
	return (activity: IDataObject): PatchOutcome | undefined => {
		if (activity.activityType !== activityType) return undefined;
		const { statusCode } = activity;
		const patch = String(activity.subject ?? activity.sourceName ?? activity.message);
		if (statusCode === `${prefix}_INSTALLED`) installed.push(patch);
		if (statusCode === `${prefix}_INSTALL_FAILED`) failed.push(patch);
		const isOver = statusCode === `${prefix}_${stage[what]}_COMPLETED`;
		const hasFailed = statusCode === `${prefix}_FAILURE`;
		if (!isOver && !hasFailed) return undefined;
		const isGood = isOver && failed.length === 0 && activity.activityResult !== 'FAILURE';
		return {
			outcome: isGood ? 'success' : 'failure',
			message: String(activity.message ?? statusCode),
			...(what === 'Apply' ? { installed, failed } : {}),
			activityId: activity.id,
		};
	};
}

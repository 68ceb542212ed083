import type { IDataObject } from 'n8n-workflow';
import { devices } from '../../api/endpoints/devices';
import { scripts } from '../../api/endpoints/scripts';
import { asNinjaOneError } from '../../api/errors';
import { call } from '../../api/request';
import { hide } from '../../api/secrets';
import { jobEnd, scriptActivities, scriptResult, type ScriptResult } from '../../api/scriptResult';
import { followedEndpoints } from '../../operations/follower';
import type { Caller } from '../../operations/operation';
import { minutes, notAwaited, outcomeOf, type Outcome } from '../fields/waiting';

/** Everything that running a script can send. */
export const dispatchEndpoints = [scripts.run, devices.customFields, ...followedEndpoints];

/** What to run, in NinjaOne's words. A script has a numeric ID, a built-in action a UID. */
export type Runnable = { type: 'SCRIPT'; id: number } | { type: 'ACTION'; uid: string };

export interface Order {
	deviceId: number;
	runnable: Runnable;
	parameters?: string;
	/** What must not be seen of it; see secret.ts. */
	secrets?: string[];
	runAs: string;
	wait: boolean;
	waitMinutes?: number;
	/** Custom field that the script writes its output to; read when it has finished. */
	outputField?: string;
}

/** The end of a script, as far as NinjaOne tells it. */
interface ScriptOutcome extends Outcome, ScriptResult {
	statusCode?: string;
	seriesUid?: string;
	activityId?: number;
}

/** Sends the order once, and waits for its end where that is wanted. */
export const runScript = async (caller: Caller, order: Order): Promise<IDataObject> =>
	hide(await sendAndFollow(caller, order), order.secrets);

async function sendAndFollow(caller: Caller, order: Order): Promise<IDataObject> {
	const { deviceId, runnable, parameters, secrets, runAs, wait, waitMinutes, outputField } = order;
	const since = wait ? await caller.bookmark() : 0;
	const body = { ...runnable, ...(parameters === undefined ? {} : { parameters }), runAs };
	const answer = await caller.send(call(scripts.run, { path: { id: deviceId }, body, secrets }));
	const started = { deviceId, ...runnable, runAs };
	if (!wait) return { ...started, ...notAwaited, raw: answer as IDataObject | undefined };

	const claimed = await caller.shared('claimed jobs', async () => new Set<string>());
	const followed = await caller.follow<ScriptOutcome>({
		deviceId,
		since,
		timeoutMs: minutes(waitMinutes),
		see: watchJob(jobOf(answer), claimed),
	});
	const outcome = outcomeOf(followed, 'script');
	return { ...started, ...outcome, ...(await customField(caller, order, outcome, outputField)) };
}

/** What NinjaOne's answer says about the job; it is undocumented and varies. */
function jobOf(answer: unknown): { seriesUid?: string; activityId?: number } {
	if (typeof answer === 'string' && answer.includes('-')) return { seriesUid: answer.trim() };
	if (typeof answer === 'number') return { activityId: answer };
	const { jobUid, uid, seriesUid, activityId } = (answer ?? {}) as IDataObject;
	const named = [jobUid, seriesUid, uid].find((value) => typeof value === 'string');
	return {
		...(named === undefined ? {} : { seriesUid: named as string }),
		...(typeof activityId === 'number' ? { activityId } : {}),
	};
}

/**
 * Follows one job through the device's activities. Where the answer did not name it, it is the first job that began on
 * the device after the order and that no other item of this execution has taken for its own.
 */
function watchJob(
	{ seriesUid, activityId }: { seriesUid?: string; activityId?: number },
	claimed: Set<string>,
) {
	let job = seriesUid;
	if (job) claimed.add(job);
	return (activity: IDataObject): ScriptOutcome | undefined => {
		const series = String(activity.seriesUid ?? '');
		if (!series || !scriptActivities.includes(String(activity.activityType))) return undefined;
		if (job === undefined && isTheJob(activity, activityId) && !claimed.has(series)) {
			job = series;
			claimed.add(series);
		}
		return series === job ? endOf(activity) : undefined;
	};
}

const isTheJob = ({ id }: IDataObject, activityId: number | undefined) =>
	activityId === undefined || id === activityId;

function endOf(activity: IDataObject): ScriptOutcome | undefined {
	const outcome = jobEnd(activity);
	if (outcome === undefined) return undefined;
	return {
		outcome,
		message: String(activity.message ?? activity.status ?? outcome),
		statusCode: activity.statusCode as string,
		...scriptResult(activity),
		seriesUid: activity.seriesUid as string,
		activityId: activity.id as number,
	};
}

/** The script has run: a field that cannot be read is reported with its outcome, and never hides it. */
async function customField(
	caller: Caller,
	{ deviceId }: Order,
	{ outcome }: Outcome,
	name: string | undefined,
): Promise<IDataObject> {
	if (!name || !['success', 'failure'].includes(outcome)) return {};
	return await caller.send(call(devices.customFields, { path: { id: deviceId } })).then(
		(values) => ({ customField: name, customFieldValue: (values as Values)?.[name] ?? null }),
		(error) => ({
			customField: name,
			customFieldValue: null,
			customFieldError: asNinjaOneError(error).message,
		}),
	);
}

type Values = IDataObject | undefined;

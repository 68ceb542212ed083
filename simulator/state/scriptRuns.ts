import {
	type Activity,
	type DeviceDetailed,
	type RunScriptRequest,
	type Runnable,
	type ScriptingOptions,
	ScriptingOptionsSchema,
} from '../../contracts';
import { type Family, familyOf } from '../data/families';
import { builtInActions, categories, credentials, rolesOf } from '../data/scripts';
import { failure, found } from '../refusal';
import { only } from '../rows';
import { type Outcome, runBridge } from './bridgeScript';
import type { Job, RunWish } from './jobs';
import { cutShort, entryOf } from './jobEntries';
import type { State } from './state';

/** A script or an action, as a job knows it. */
interface Program {
	name: string;
	families: readonly string[];
	bridge?: 'powershell' | 'sh';
}

/** What can be run on a device, and as whom; nothing on one without an agent. */
export function scriptingOptions(
	{ nodeClass }: DeviceDetailed,
	{ scripts: library }: State,
): ScriptingOptions {
	const family = familyOf(nodeClass);
	const fits = ({ families }: { families: readonly Family[] }) =>
		family !== undefined && families.includes(family);
	const scripts = library.all().filter(fits);
	const actions = builtInActions.filter(fits);
	return {
		categories,
		scripts: [
			...scripts.map((script) => runnable({ ...script, type: 'SCRIPT' })),
			...actions.map((action) => runnable({ ...action, type: 'ACTION' })),
		],
		credentials: family
			? { roles: [...rolesOf[family]], credentials }
			: { roles: [], credentials: [] },
	};
}

const runnable = only<Runnable>(ScriptingOptionsSchema.shape.scripts.element.shape);

/** Takes in the run of a script or of a built-in action. @returns the job, and the activity of its beginning */
export function runScript(
	state: State,
	device: DeviceDetailed,
	request: RunScriptRequest,
	userId?: number,
) {
	const script = programOf(state, request);
	const family = familyOf(device.nodeClass);
	if (!family || !script.families.includes(family))
		throw failure(400, 'Script is not applicable to the device');
	const { runAs = 'system', parameters = '' } = request;
	const known = [...rolesOf[family], ...credentials.map(({ id }) => String(id))];
	if (!known.includes(runAs)) throw failure(400, `runAs: unknown credential role ${runAs}`);

	const about = { deviceId: device.id, jobType: 'ACTION', name: script.name, userId };
	const job = state.jobs.start(about, [
		(begun) => state.addActivity(stepOf(begun, 'STARTED', 'Started')),
		(ending) => {
			const run = () => outcomeOf(script, device, parameters);
			state.addActivity(cutShort(ending) ?? lastOf(state, ending, run));
		},
	]);
	return { job, activity: state.addActivity(stepOf(job, 'START_REQUESTED', 'Start requested')) };
}

/** A run from its beginning to its end at once, as when NinjaOne itself had started it. @returns the activity of the end */
export function finishScript(
	state: State,
	device: DeviceDetailed,
	{ name = 'Clean temporary files', ...wish }: RunWish = {},
): Activity {
	state.jobs.plan({ ...wish, deviceId: device.id, name, times: 1 });
	const job = state.jobs.start({ deviceId: device.id, jobType: 'ACTION', name }, []);
	state.jobs.drop(job.uid);
	state.addActivity(stepOf(job, 'START_REQUESTED', 'Start requested'));
	state.addActivity(stepOf(job, 'STARTED', 'Started'));
	const run = () => outcomeOf({ name, families: [] }, device, '');
	return state.addActivity(cutShort(job) ?? lastOf(state, job, run));
}

const stepOf = (job: Job, statusCode: string, status: string) =>
	entryOf(job, { statusCode, status, message: `Run ${job.name}: ${status.toLowerCase()}` });

function programOf({ scripts }: State, { type, id, uid }: RunScriptRequest): Program {
	const isScript = type === 'SCRIPT';
	if (isScript ? id === undefined : uid === undefined)
		throw failure(400, `${isScript ? 'id' : 'uid'}: Required`);
	if (isScript) return found(scripts.get(id ?? 0), 'script');
	return found(
		builtInActions.find((action) => action.uid === uid),
		'action',
	);
}

function outcomeOf({ name, bridge }: Program, { systemName }: DeviceDetailed, parameters: string) {
	if (bridge) return runBridge(parameters, bridge);
	const given = parameters === '' ? '' : ` with ${parameters}`;
	return { exitCode: 0, output: `${name} ran on ${systemName}${given}`, fields: {} };
}

/** The last of a job, as it was wished for or as the script itself would have it. */
function lastOf(state: State, job: Job, run: () => Outcome): Partial<Activity> {
	const { wish } = job;
	const outcome = withFields(state, job.deviceId, run());
	const usual = wish.result === undefined ? outcome.exitCode : Number(wish.result === 'FAILURE');
	const { exitCode = usual, output = outcome.output } = wish;
	const activityResult = wish.result ?? (exitCode === 0 ? 'SUCCESS' : 'FAILURE');
	const isGood = activityResult === 'SUCCESS';
	const code = isGood ? 'action_completed' : 'action_failed';
	const line = `Action: Run ${job.name}, Result: ${isGood ? 'Success' : 'Failed'}`;
	return entryOf(job, {
		statusCode: 'COMPLETED',
		status: 'Completed',
		message: `Action completed: Run ${job.name}\nResult: ${activityResult}\nOutput: ${line}\n${output}`,
		activityResult,
		data: { message: { code, params: { name: job.name } }, exitCode },
	});
}

/** Keeps the custom fields that the script set. One that scripts must not write makes it fail. */
function withFields({ fieldValues }: State, deviceId: number, outcome: Outcome): Outcome {
	const device = { scope: 'NODE', id: deviceId } as const;
	for (const [name, value] of Object.entries(outcome.fields)) {
		const problem = fieldValues.write(device, { [name]: value }, { source: 'SCRIPT' });
		if (problem) return { ...outcome, exitCode: 1, output: `${outcome.output}\n${problem}` };
	}
	return outcome;
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import {
	DeviceIdListSchema,
	MaintenanceRequestSchema,
	RebootRequestSchema,
	RunScriptRequestSchema,
	ServiceConfigurationSchema,
	ServiceControlRequestSchema,
} from '../../contracts';
import type { Routes } from '../context';
import { bodyOf, checked, found, pathOf } from '../input';
import type { SimulatorOptions } from '../options';
import { failure } from '../refusal';
import { libraryScript } from '../rows';
import { shortPath } from '../server';
import { decideOn, decommission, reboot, setOwner } from '../state/lifecycle';
import { startPatching } from '../state/patching';
import { runScript, scriptingOptions } from '../state/scriptRuns';
import { configureService, controlService } from '../state/windowsServices';
import { onDevice } from './onDevice';

const userOf = (request: FastifyRequest) => request.access?.userId;

/** One of the words that a path may hold. */
function wordOf<Word extends string>(
	request: FastifyRequest,
	name: string,
	words: readonly Word[],
) {
	const word = words.find((it) => it === pathOf(request, name));
	if (word === undefined) throw failure(400, `Unknown ${name} ${pathOf(request, name)}`);
	return word;
}

/** What is done to devices. */
export const deviceActionRoutes: Routes = (app, context) => {
	const { state, settings } = context;
	const route = onDevice(app, context);

	app.addHook('preHandler', async (request) => {
		if (shortPath(request.originalUrl).startsWith('/v2/')) state.maintenances.settle();
	});

	app.post('/v2/devices/approval/:mode', (request, reply) => {
		const mode = wordOf(request, 'mode', ['APPROVE', 'REJECT']);
		const { devices } = bodyOf(request, DeviceIdListSchema);
		decideOn(state, { ids: devices, mode, userId: userOf(request) });
		return reply.code(204).send();
	});
	route('POST', '/decommission', (device, request, reply) => {
		decommission(state, device, userOf(request));
		return reply.code(200).send();
	});
	route('POST', '/owner/:ownerUid', (device, request) => {
		const uid = pathOf(request, 'ownerUid');
		const isMeant = (user: { uid: string; userType: string }) =>
			user.uid === uid && user.userType === 'END_USER';
		setOwner(state, device, found(state.users.all().find(isMeant), 'end user'), userOf(request));
	});
	route('DELETE', '/owner', (device, request) =>
		setOwner(state, device, undefined, userOf(request)),
	);
	route('PUT', '/maintenance', (device, request) =>
		state.maintenances.set(device, bodyOf(request, MaintenanceRequestSchema)),
	);
	route('DELETE', '/maintenance', (device) => state.maintenances.cancel(device));
	route('POST', '/reboot/:mode', (device, request) => {
		wordOf(request, 'mode', ['NORMAL', 'FORCED']);
		const { reason } = checked(request.body ?? {}, RebootRequestSchema);
		reboot(state, device, reason, userOf(request));
	});
	route('GET', '/policy/overrides', (device) => ({ overrides: state.policyOverrides.of(device) }));
	route('DELETE', '/policy/overrides', (device) => {
		state.policyOverrides.toChange(device).length = 0;
	});

	for (const kind of ['os', 'software'] as const) {
		for (const work of ['scan', 'apply'] as const) {
			route('POST', `/patch/${kind}/${work}`, (device, request) =>
				startPatching(state, device, { kind, work, userId: userOf(request) }),
			);
		}
	}

	// In the path a service stands by its name.
	route('POST', '/windows-service/:name/control', (device, request) => {
		const { action } = bodyOf(request, ServiceControlRequestSchema);
		const name = pathOf(request, 'name');
		controlService(state, device, { name, action, userId: userOf(request) });
	});
	route('POST', '/windows-service/:name/configure', (device, request) => {
		const name = pathOf(request, 'name');
		configureService(state, device, { ...bodyOf(request, ServiceConfigurationSchema), name });
	});

	app.get('/v2/automation/scripts', () => state.scripts.all().map(libraryScript));
	route('GET', '/scripting/options', (device) => scriptingOptions(device, state));
	route('POST', '/script/run', (device, request, reply) => {
		const body = bodyOf(request, RunScriptRequestSchema);
		const { job, activity } = runScript(state, device, body, userOf(request));
		return answerOf(reply, settings.scriptAnswer, { uid: job.uid, activityId: activity.id });
	});
};

function answerOf(
	reply: FastifyReply,
	shape: SimulatorOptions['scriptAnswer'],
	{ uid, activityId }: { uid: string; activityId: number },
) {
	if (shape === 'empty') return reply.code(204).send();
	if (shape === 'activityId') return reply.send({ activityId });
	if (shape === 'jobUid') return reply.send({ jobUid: uid });
	return reply.type('application/json; charset=utf-8').send(JSON.stringify(uid));
}

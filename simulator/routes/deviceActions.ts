import type { Routes } from '../context';
import { idOf } from '../input';
import { failure, found } from '../refusal';
import { libraryScript } from '../rows';
import { type AnyCall, serve } from '../serve';
import { decideOn, decommission, reboot, setOwner } from '../state/lifecycle';
import { startPatching } from '../state/patching';
import { runScript, scriptingOptions } from '../state/scriptRuns';
import { configureService, controlService } from '../state/windowsServices';
import { deviceOf } from './devices';

/** One of the modes that a path may hold. */
function modeOf<Word extends string>(call: AnyCall, ...words: readonly Word[]): Word {
	const mode = words.find((word) => word === call.path('mode'));
	if (mode === undefined) throw failure(400, `Unknown mode ${call.path('mode')}`);
	return mode;
}

/** What is done to devices. */
export const deviceActionRoutes: Routes = (app, context) => {
	const { state, settings } = context;
	const { maintenances, policyOverrides } = state;
	const device = (call: AnyCall) => deviceOf(context, call);

	serve(app, {
		'POST /v2/devices/approval/{mode}'(call) {
			const mode = modeOf(call, 'APPROVE', 'REJECT');
			decideOn(state, { ids: call.body.devices, mode, userId: call.userId });
		},
		'POST /v2/device/{id}/owner/{ownerUid}'(call) {
			const isMeant = (user: { uid: string; userType: string }) =>
				user.uid === call.path('ownerUid') && user.userType === 'END_USER';
			const owner = found(state.users.all().find(isMeant), 'end user');
			setOwner(state, device(call), owner, call.userId);
		},
		'DELETE /v2/device/{id}/owner': (call) => setOwner(state, device(call), undefined, call.userId),
		'PUT /v2/device/{id}/maintenance': (call) => maintenances.set(device(call), call.body),
		'DELETE /v2/device/{id}/maintenance': (call) => maintenances.cancel(device(call)),
		'POST /v2/device/{id}/reboot/{mode}'(call) {
			modeOf(call, 'NORMAL', 'FORCED');
			reboot(state, device(call), call.body.reason, call.userId);
		},
		'GET /v2/device/{id}/policy/overrides': (call) => ({
			overrides: policyOverrides.of(device(call)),
		}),
		'DELETE /v2/device/{id}/policy/overrides'(call) {
			policyOverrides.toChange(device(call)).length = 0;
		},

		// In the path a service stands by its name.
		'POST /v2/device/{id}/windows-service/{serviceId}/control'(call) {
			const wish = { ...call.body, name: call.path('serviceId'), userId: call.userId };
			controlService(state, device(call), wish);
		},
		'POST /v2/device/{id}/windows-service/{serviceId}/configure': (call) =>
			configureService(state, device(call), { ...call.body, name: call.path('serviceId') }),

		'GET /v2/automation/scripts': () => state.scripts.all().map(libraryScript),
		'GET /v2/device/{id}/scripting/options': (call) => scriptingOptions(device(call), state),
		'POST /v2/device/{id}/script/run'(call) {
			const { job, activity } = runScript(state, device(call), call.body, call.userId);
			if (settings.scriptAnswer === 'empty') return undefined;
			if (settings.scriptAnswer === 'activityId') return { activityId: activity.id };
			if (settings.scriptAnswer === 'jobUid') return { jobUid: job.uid };
			call.reply.type('application/json; charset=utf-8');
			return JSON.stringify(job.uid);
		},
	});

	for (const kind of ['os', 'software'] as const) {
		for (const work of ['scan', 'apply'] as const) {
			serve(app, {
				[`POST /v2/device/{id}/patch/${kind}/${work}`]: (call: AnyCall) =>
					startPatching(state, device(call), { kind, work, userId: call.userId }),
			});
		}
	}

	// The one action that is answered 200, with nothing.
	app.post('/v2/device/:id/decommission', (request, reply) => {
		const given = found(state.devices.get(idOf(request)), 'device');
		decommission(state, given, request.access?.userId);
		return reply.code(200).send();
	});
};

import type { FastifyReply } from 'fastify';
import { type DeviceDetailed, type Runnable, RunScriptRequestSchema } from '../../contracts';
import type { Context, Routes } from '../context';
import { familyOf } from '../data/families';
import { builtInActions, categories, credentials, rolesOf } from '../data/scripts';
import { bodyOf, found, idOf } from '../input';
import type { SimulatorOptions } from '../options';
import { libraryScript } from '../rows';
import { runScript } from '../state/scriptRuns';

export const scriptRoutes: Routes = (app, { state, settings }) => {
	app.get('/v2/automation/scripts', () => state.scripts.all().map(libraryScript));
	app.get('/v2/device/:id/scripting/options', (request) =>
		optionsFor(found(state.devices.get(idOf(request)), 'device'), state),
	);
	app.post('/v2/device/:id/script/run', (request, reply) => {
		const device = found(state.devices.get(idOf(request)), 'device');
		const body = bodyOf(request, RunScriptRequestSchema);
		const { job, activity } = runScript(state, device, body, request.access?.userId);
		return answer(reply, settings.scriptAnswer, { uid: job.uid, activityId: activity.id });
	});
};

/** What can be run on a device, and as whom; nothing on one without an agent. */
function optionsFor({ nodeClass }: DeviceDetailed, { scripts }: Context['state']) {
	const family = familyOf(nodeClass);
	const theirs = <It extends { families: readonly string[] }>(all: readonly It[]) =>
		all.filter(({ families }) => family && families.includes(family));
	const runnables: Runnable[] = [
		...theirs(scripts.all()).map(
			({ id, name, language, description, architecture, categoryId }) => ({
				type: 'SCRIPT' as const,
				id,
				name,
				language,
				description,
				architecture,
				categoryId,
			}),
		),
		...theirs(builtInActions).map(({ uid, name, description, categoryId }) => ({
			type: 'ACTION' as const,
			uid,
			name,
			description,
			architecture: ['32', '64'],
			categoryId,
		})),
	];
	return {
		categories,
		scripts: runnables,
		credentials: { roles: family ? rolesOf[family] : [], credentials: family ? credentials : [] },
	};
}

function answer(
	reply: FastifyReply,
	shape: SimulatorOptions['scriptAnswer'],
	{ uid, activityId }: { uid: string; activityId: number },
) {
	if (shape === 'empty') return reply.code(204).send();
	if (shape === 'activityId') return reply.send({ activityId });
	if (shape === 'jobUid') return reply.send({ jobUid: uid });
	return reply.type('application/json; charset=utf-8').send(JSON.stringify(uid));
}

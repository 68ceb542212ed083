import type { FastifyRequest } from 'fastify';
import type { DeviceDetailed } from '../../contracts';
import type { Context, Routes } from '../context';
import type { AlertRecord } from '../data/alerts';
import { isApproved } from '../deviceFilter';
import { deviceTest, equals, testOf } from '../filters';
import { filterOf } from '../input';
import { idPage } from '../paging';
import { integer, type Query, text } from '../query';
import { found } from '../refusal';
import { alertRow, briefDevice, deviceAlone, jobRow } from '../rows';
import { searchDevices } from '../search';
import { type AnyCall, serve } from '../serve';
import { shortPath } from '../server';
import { updateDevice } from '../state/deviceUpdate';
import type { Job } from '../state/jobs';

/** The device in whose path an endpoint is. */
export const deviceOf = ({ state }: Context, call: AnyCall) =>
	found(state.devices.get(call.id('id')), 'device');

/** Seconds for which a link into the console is good. */
const linkLife = 600;
const looksAtJobs = /^\/v2\/(device\/\d+\/)?(activities|jobs)$/;

/** Devices, their alerts and jobs, and what they are sorted by. */
export const deviceRoutes: Routes = (app, context) => {
	const { state } = context;

	/** A page of a list; what is younger than its lag is not in it. */
	const page = ({ request, query }: { request: FastifyRequest; query: Query }) => {
		const test = filterOf(request, state) ?? isApproved;
		const youngest = state.now() - state.lag.devices;
		const isListed = (device: DeviceDetailed) => device.created <= youngest && test(device);
		return idPage(state.devices, query, isListed);
	};
	const alerts = (isMeant: (alert: AlertRecord) => boolean) =>
		[...state.alerts.values()].filter(isMeant).flatMap((alert) => alertRow(alert, state) ?? []);
	const resetAlert = (call: AnyCall, data?: Record<string, unknown>) =>
		void found(
			state.resetAlert(call.path('uid'), { userId: call.userId, data }) || undefined,
			'alert',
		);
	const jobs = (isMeant: (job: Job) => boolean) =>
		state.jobs
			.all()
			.filter(isMeant)
			.flatMap((job) => jobRow(job, state) ?? []);

	/** Jobs progress before the answer is made. A request that is turned away has not looked. */
	app.addHook('preHandler', async (request) => {
		const path = shortPath(request.originalUrl);
		if (!path.startsWith('/v2/')) return;
		state.maintenances.settle();
		state.jobs.progress(request.method === 'GET' && looksAtJobs.test(path));
	});

	serve(app, {
		'GET /v2/devices': (call) => page(call).map(briefDevice),
		'GET /v2/devices-detailed': page,
		'GET /v2/devices/search'({ query }) {
			const limit = integer(query, 'limit', { least: 1 });
			return searchDevices(state.devices.all(), text(query, 'q') ?? '', limit);
		},
		'GET /v2/device/{id}': (call) => deviceAlone(deviceOf(context, call), state),
		'PATCH /v2/device/{id}': (call) =>
			updateDevice(state, deviceOf(context, call), call.body, call.userId),
		'GET /v2/device/{id}/dashboard-url'(call) {
			const { protocol, host } = call.request;
			const { id } = deviceOf(context, call);
			const url = `${protocol}://${host}/#/deviceDashboard/${id}/overview`;
			return { url, expires: state.now() + linkLife };
		},

		'GET /v2/alerts'({ query, request }) {
			const isMeant = testOf(query, { sourceType: equals('sourceType') });
			const isTheirs = deviceTest(request, state);
			const youngest = state.now() - state.lag.alerts;
			return alerts((alert) => alert.createTime <= youngest && isMeant(alert) && isTheirs(alert));
		},
		'GET /v2/device/{id}/alerts'(call) {
			const { id } = deviceOf(context, call);
			return alerts(({ deviceId }) => deviceId === id);
		},
		'DELETE /v2/alert/{uid}': (call) => resetAlert(call),
		'POST /v2/alert/{uid}/reset': (call) => resetAlert(call, call.body),

		'GET /v2/jobs'({ query, request }) {
			const isMeant = testOf(query, { jobType: equals('jobType') });
			const isTheirs = deviceTest(request, state);
			return jobs((job) => isMeant(job) && isTheirs(job));
		},
		'GET /v2/device/{id}/jobs'(call) {
			const { id } = deviceOf(context, call);
			return jobs(({ deviceId }) => deviceId === id);
		},

		'GET /v2/tag': () => ({ tags: state.tags.all() }),
		'GET /v2/roles': () => state.roles.all(),
		'GET /v2/policies': () => state.policies.all(),
	});
};

import type { Context, Routes } from '../context';
import { filterOf, found, idOf, queryOf } from '../input';
import { text } from '../query';
import { jobRow } from '../rows';
import { shortPath } from '../server';
import type { Job } from '../state/jobs';

const looksAtJobs = /^\/v2\/(device\/\d+\/)?(activities|jobs)$/;

export const jobRoutes: Routes = (app, { state }) => {
	/** Jobs progress before the answer is made. A request that is turned away has not looked. */
	app.addHook('preHandler', async (request) => {
		const path = shortPath(request.originalUrl);
		if (!path.startsWith('/v2/')) return;
		state.jobs.progress(request.method === 'GET' && looksAtJobs.test(path));
	});

	app.get('/v2/jobs', (request) => {
		const jobType = text(queryOf(request), 'jobType');
		const test = filterOf(request, state);
		return jobsWhere(state, (job) => {
			const device = state.devices.get(job.deviceId);
			return (jobType ?? job.jobType) === job.jobType && (!test || (!!device && test(device)));
		});
	});
	app.get('/v2/device/:id/jobs', (request) => {
		const { id } = found(state.devices.get(idOf(request)), 'device');
		return jobsWhere(state, ({ deviceId }) => deviceId === id);
	});
};

const jobsWhere = (state: Context['state'], keep: (job: Job) => boolean) =>
	state.jobs
		.all()
		.filter(keep)
		.flatMap((job) => jobRow(job, state) ?? []);

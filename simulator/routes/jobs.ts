import type { Routes } from '../context';
import { deviceTest, equals, testOf } from '../filters';
import { queryOf } from '../input';
import { jobRow } from '../rows';
import { shortPath } from '../server';
import type { Job } from '../state/jobs';
import { onDevice } from './onDevice';

const looksAtJobs = /^\/v2\/(device\/\d+\/)?(activities|jobs)$/;

export const jobRoutes: Routes = (app, context) => {
	const { state } = context;
	const rows = (isMeant: (job: Job) => boolean) =>
		state.jobs
			.all()
			.filter(isMeant)
			.flatMap((job) => jobRow(job, state) ?? []);

	/** Jobs progress before the answer is made. A request that is turned away has not looked. */
	app.addHook('preHandler', async (request) => {
		const path = shortPath(request.originalUrl);
		if (!path.startsWith('/v2/')) return;
		state.jobs.progress(request.method === 'GET' && looksAtJobs.test(path));
	});

	app.get('/v2/jobs', (request) => {
		const isMeant = testOf(queryOf(request), { jobType: equals('jobType') });
		const isTheirs = deviceTest(request, state);
		return rows((job) => isMeant(job) && isTheirs(job));
	});
	onDevice(app, context)('GET', '/jobs', ({ id }) => rows(({ deviceId }) => deviceId === id));
};

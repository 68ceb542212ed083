import type { FastifyRequest } from 'fastify';
import type { Context, Routes } from '../context';
import type { ReportSeed } from '../data/random';
import { isApproved } from '../deviceFilter';
import { filterOf, queryOf } from '../input';
import { failure } from '../refusal';
import { createReader } from '../reports';
import { type ReportSource, reportSources } from '../reportSources';
import { rowTest } from '../rowTests';

export const reportRoutes: Routes = (app, context) => {
	const { state, settings } = context;
	const read = createReader(() => state.now());
	const about = { seed: settings.seed, now: settings.baseTime / 1000 };

	for (const [name, source] of Object.entries(reportSources)) {
		app.get(`/v2/queries/${name}`, (request) => {
			if (name.startsWith('backup/') && !settings.hasBackup) throw failure(500, 'Internal error');
			return read(queryOf(request), () => walk(context, request, source, about));
		});
	}
};

/** Goes through the devices that the filter means, and gives the rows that the report's own filters leave. */
function walk(
	context: Context,
	request: FastifyRequest,
	{ rows, filters = {}, wholeFleet }: ReportSource,
	about: ReportSeed,
) {
	const { devices } = context.state;
	const test = (!wholeFleet && filterOf(request, context.state)) || isApproved;
	const query = queryOf(request);
	const rowsOf = rows(context, about, query);
	const keep = rowTest(query, filters);
	return (function* () {
		for (const device of devices.after(0)) {
			if (test(device)) yield* rowsOf(device).filter(keep);
		}
	})();
}

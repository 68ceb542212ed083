import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../harness/engine';
import { byId, credential, ninjaOne } from '../harness/nock';

const path = '/v2/device/7/maintenance';
const start = Date.UTC(2100, 0, 1, 8);
const end = start + 2 * 3_600_000;
const timed = {
	resource: 'device',
	operation: 'setMaintenance',
	deviceId: byId(7),
	disabledFeatures: ['ALERTS', 'PATCHING'],
	start: '2100-01-01T08:00:00Z',
	ends: 'duration',
	duration: 2,
	durationUnit: 'hours',
	reason: 'Move',
};

const run = async (parameters: IDataObject = {}) =>
	await runNode({ parameters: { ...timed, ...parameters } as never, credential });

/** NinjaOne takes any maintenance and shows this one; gives the bodies that were sent. */
function showing(maintenance: IDataObject | undefined): IDataObject[] {
	const bodies: IDataObject[] = [];
	const take = (body: IDataObject) => bodies.push(body) > 0;
	ninjaOne()
		.put(path, take)
		.reply(204)
		.get('/v2/device/7')
		.reply(200, { id: 7, maintenance } as never);
	return bodies;
}

const asAsked = { status: 'PENDING', start: start / 1000, end: end / 1000 };

describe('maintenance', () => {
	it.each([
		['iso', '2100-01-01T08:00:00.000Z', '2100-01-01T10:00:00.000Z'],
		['seconds', start / 1000, end / 1000],
	])('in the time format %s sends %j to %j', async (timeFormat, from, to) => {
		const bodies = showing(asAsked);
		const { json } = await run({ timeFormat });
		expect(bodies).toEqual([
			{ disabledFeatures: ['ALERTS', 'PATCHING'], start: from, end: to, reasonMessage: 'Move' },
		]);
		expect(json).toEqual([
			{
				success: true,
				deviceId: 7,
				disabledFeatures: ['ALERTS', 'PATCHING'],
				confirmed: true,
				maintenance: asAsked,
			},
		]);
	});

	it('goes as whole epoch seconds unless told otherwise', async () => {
		const bodies = showing(asAsked);
		await run({ start: '2100-01-01T08:00:00.900Z' });
		expect(bodies).toMatchObject([{ start: start / 1000, end: end / 1000 }]);
	});

	it("from now on sends no start; an end without an offset is in the workflow's time zone", async () => {
		const bodies = showing({ status: 'IN_MAINTENANCE', start: 1, end: end / 1000 });
		const { json } = await run({ start: '', ends: 'time', end: '2100-01-01T11:00:00', reason: '' });
		expect(bodies).toEqual([{ disabledFeatures: ['ALERTS', 'PATCHING'], end: end / 1000 }]);
		expect(json).toMatchObject([{ confirmed: true }]);
	});

	it('for a duration from now on ends that long after now', async () => {
		const before = Date.now();
		const bodies = showing(undefined);
		await run({ start: '', duration: 90, durationUnit: 'minutes' });
		const lasting = Number(bodies[0].end) - Math.floor(before / 1000);
		expect(lasting).toBeGreaterThanOrEqual(90 * 60);
		expect(lasting).toBeLessThan(91 * 60);
	});

	it('is not confirmed while NinjaOne shows none, or has failed', async () => {
		showing(undefined);
		expect((await run()).json).toMatchObject([
			{ success: true, confirmed: false, message: expect.stringContaining('Time Format') },
		]);
		showing({ ...asAsked, status: 'FAILED' });
		expect((await run()).json).toMatchObject([
			{ confirmed: false, maintenance: { status: 'FAILED' } },
		]);
	});

	it('that was set stays a success when the device cannot be read back', async () => {
		ninjaOne()
			.put(path)
			.reply(204)
			.get('/v2/device/7')
			.reply(403, { error: 'insufficient_privileges', error_description: 'No' });
		expect((await run()).json).toMatchObject([
			{ success: true, confirmed: false, message: expect.stringMatching(/read back.*denies/) },
		]);
	});

	it.each([
		['milliseconds that were read as seconds', start, end],
		['seconds that were read as milliseconds', start / 1e6, end / 1e6],
		['another end', start / 1000, end / 1000 + 3600],
		['times that no date can hold', 1e18, 1e18],
	])('that NinjaOne shows with %s fails, and says what to try', async (_, from, to) => {
		showing({ status: 'PENDING', start: from, end: to });
		const { error } = await run();
		expect(error?.message).toMatch(
			/other times.*asked: 2100-01-01T08.*shown: .*Try another "Time Format"/,
		);
		expect(error?.description).toMatch(/Cancel Maintenance/);
	});

	it.each([
		[{ disabledFeatures: '={{ [] }}' }, /"Disabled Features" came out empty/],
		[{ ends: '={{ $json.ends }}' }, /"Ends" came out empty/],
		[{ start: '={{ $json.start }}' }, /"Start" came out empty/],
		[{ duration: 0 }, /"Duration" is not a whole number/],
		[{ durationUnit: 'weeks' }, /"Duration Unit" does not know "weeks"/],
		[{ start: 'soon' }, /"Start" is not a time/],
		[{ ends: 'time', end: '' }, /"End" is empty/],
		[{ ends: 'time', end: '2100-01-01T07:00:00Z' }, /"End" is not after the start/],
		[
			{ start: '2020-01-01T00:00:00Z', ends: 'time', end: '2020-01-02T00:00:00Z' },
			/"End" gives an end that has passed already/,
		],
		[{ start: '2020-01-01T00:00:00Z' }, /"Duration" gives an end that has passed already/],
		[{ timeFormat: 'milliseconds' }, /"Time Format" does not know/],
	])('with %j sends nothing', async (parameters, message) => {
		const bodies = showing(undefined);
		const { error } = await run(parameters);
		expect(error?.message).toMatch(message);
		expect(bodies).toEqual([]);
	});

	it('shows its request in a dry run', async () => {
		const bodies = showing(asAsked);
		const { json } = await run({ options: { dryRun: true } });
		expect(json).toMatchObject([{ dryRun: true, method: 'PUT', url: path }]);
		expect(bodies).toEqual([]);
	});

	it('is cancelled', async () => {
		const scope = ninjaOne().delete(path).reply(204);
		const { json } = await run({ operation: 'cancelMaintenance' });
		expect(json).toEqual([{ success: true, deviceId: 7 }]);
		expect(scope.isDone()).toBe(true);
	});
});

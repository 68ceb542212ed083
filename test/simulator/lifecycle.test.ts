import type { DeviceDetailed } from '../../contracts';
import type { SimulatorOptions } from '../../simulator';
import { during, eachTest, type Session } from './client';
import { fleetOf } from './fleet';

const session = eachTest();
const { state, get, send, deviceOf, feedOf, since } = fleetOf(session);
const device = (id: number, on: Session = session()) => on.get<DeviceDetailed>(`/v2/device/${id}`);
const lastEntry = () => since(0).at(-1);

describe('a device that waits', () => {
	it('is approved', async () => {
		const { status } = await send('POST', '/v2/devices/approval/APPROVE', { devices: [63] });
		expect([status, (await device(63)).approvalStatus]).toEqual([204, 'APPROVED']);
		const noted = { deviceId: 63, statusCode: 'NODE_MANUALLY_APPROVED', userId: 5001 };
		expect(lastEntry()).toMatchObject(noted);
	});

	it('is turned away for good', async () => {
		await send('POST', '/v2/devices/approval/REJECT', { devices: [63] });
		expect((await session().call('/v2/device/63')).status).toBe(404);
		expect(lastEntry()).toMatchObject({ deviceId: 63, statusCode: 'NODE_MANUALLY_REJECTED' });
	});
});

it('a device that is decommissioned goes with its alerts and jobs', async () => {
	state().triggerAlert(5);
	state().jobs.start({ deviceId: 5, jobType: 'ACTION', name: 'Test' }, []);
	const { status, body } = await send('POST', '/v2/device/5/decommission');
	expect([status, body]).toEqual([200, '']);
	const again = await send('POST', '/v2/device/5/decommission');
	expect(again.body.resultCode).toBe('device_not_found');
	expect([...state().alerts.values()].filter(({ deviceId }) => deviceId === 5)).toEqual([]);
	expect(state().jobs.all()).toEqual([]);
	expect(lastEntry()).toMatchObject({ deviceId: 5, statusCode: 'NODE_DELETED' });
});

it('the owner of a device is an end user, or nobody', async () => {
	const endUser = state()
		.users.all()
		.find(({ userType }) => userType === 'END_USER');
	const { uid, id } = endUser ?? {};
	expect((await send('POST', `/v2/device/5/owner/${uid}`)).status).toBe(204);
	const owned = { assignedOwnerUid: uid, references: { assignedOwner: { id } } };
	expect(await device(5)).toMatchObject(owned);
	expect((await send('DELETE', '/v2/device/5/owner')).status).toBe(204);
	expect(await device(5)).not.toHaveProperty('assignedOwnerUid');
	expect((await device(5)).references).not.toHaveProperty('assignedOwner');
});

describe('the maintenance of a device', () => {
	const moment = Date.UTC(2026, 5, 15, 12);
	const hour = 3_600_000;
	let now = moment;
	const during15June = (options: SimulatorOptions, act: (on: Session) => Promise<void>) => {
		now = moment;
		return during({ now: () => now, ...options }, act);
	};
	const wanted = { disabledFeatures: ['ALERTS'], reasonMessage: 'Upgrade' };
	const put = (on: Session, json: object) =>
		on.call('/v2/device/5/maintenance', { method: 'PUT', json: { ...wanted, ...json } });

	it.each([
		['ISO-8601', (time: number) => new Date(time).toISOString()],
		['epoch seconds', (time: number) => time / 1000],
	])('takes times in %s, and says them in epoch seconds', (_unit, write) =>
		during15June({}, async (on) => {
			const [start, end] = [moment + hour, moment + 2 * hour];
			expect((await put(on, { start: write(start), end: write(end) })).status).toBe(204);
			expect((await device(5, on)).maintenance).toEqual({
				status: 'PENDING',
				start: start / 1000,
				end: end / 1000,
				reasonMessage: 'Upgrade',
			});
		}),
	);

	it('begins and ends when it is time', () =>
		during15June({}, async (on) => {
			await put(on, { start: moment / 1000 + 60, end: moment / 1000 + 120 });
			now += 60_000;
			expect((await device(5, on)).maintenance?.status).toBe('IN_MAINTENANCE');
			now += 60_000;
			expect(await device(5, on)).not.toHaveProperty('maintenance');
		}));

	it('begins now where no start is given, and can be cancelled', () =>
		during15June({}, async (on) => {
			await put(on, { end: (moment + hour) / 1000 });
			const begun = { status: 'IN_MAINTENANCE', start: moment / 1000 };
			expect((await device(5, on)).maintenance).toMatchObject(begun);
			const past = await put(on, { end: moment / 1000 - 3600 });
			expect(past).toMatchObject({ body: { resultCode: 'node_maintenance_date_in_past' } });
			expect((await device(5, on)).maintenance).toMatchObject(begun);
			const answer = await on.call('/v2/device/5/maintenance', { method: 'DELETE' });
			expect(answer.status).toBe(204);
			expect(await device(5, on)).not.toHaveProperty('maintenance');
		}));

	it.each<[SimulatorOptions['maintenanceUnit'], number | string, number | string]>([
		['iso or seconds', moment / 1000 + 3600, 2026],
		['iso or seconds', moment + hour, 58_424],
		['iso or seconds', '2026-06-15T13:00:00.000Z', 2026],
		['seconds', '2026-06-15T13:00:00.000Z', 'not a time'],
		['seconds', moment + hour, 58_424],
		['milliseconds', moment + hour, 2026],
		['iso or milliseconds', moment / 1000 + 3600, 'node_maintenance_date_in_past'],
		['iso or milliseconds', '2026-06-15T13:00:00.000Z', 2026],
	])('read as %s makes of %s the year %s', (maintenanceUnit, end, year) =>
		during15June({ maintenanceUnit }, async (on) => {
			const answer = await put(on, { end });
			const { maintenance } = await device(5, on);
			if (answer.status === 400) expect(JSON.stringify(answer.body)).toContain(year);
			else expect(new Date((maintenance?.end ?? 0) * 1000).getUTCFullYear()).toBe(year);
		}),
	);
});

it.each(['NORMAL', 'FORCED'])('a reboot (%s) restarts the system', async (mode) => {
	const id = deviceOf(({ os }) => !!os);
	const before = (await device(id)).os?.lastBootTime ?? 0;
	const answer = await send('POST', `/v2/device/${id}/reboot/${mode}`, { reason: 'Updates' });
	expect(answer.status).toBe(204);
	await feedOf(id);
	const [entry] = await feedOf(id);
	expect(entry.statusCode).toBe('SYSTEM_REBOOTED');
	expect(entry.message).toContain('Updates');
	const { os } = await device(id);
	expect(os?.lastBootTime).toBeGreaterThan(before);
	expect(os?.needsReboot).toBe(false);
});

it('policy overrides are answered, and can be reset', async () => {
	const path = '/v2/device/5/policy/overrides';
	expect((await get<{ overrides: string[] }>(path)).overrides).not.toEqual([]);
	expect((await send('DELETE', path)).status).toBe(204);
	expect(await get(path)).toEqual({ overrides: [] });
});

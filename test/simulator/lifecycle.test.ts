import type { Activity, DeviceDetailed } from '../../contracts';
import type { SimulatorOptions } from '../../simulator';
import { during, eachTest, type Session } from './client';

const session = eachTest();
const device = (id: number, on: Session = session()) => on.get<DeviceDetailed>(`/v2/device/${id}`);
const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, json?: unknown) =>
	session().call<{ errorMessage: string; resultCode: string }>(path, { method, json });
const newestOf = async (id: number) =>
	(await session().get<{ activities: Activity[] }>(`/v2/activities?pageSize=10`)).activities.find(
		({ deviceId }) => deviceId === id,
	);
const online = (isMeant: (device: DeviceDetailed) => boolean = ({ os }) => !!os) =>
	session()
		.simulator.state.devices.all()
		.find((it) => !it.offline && isMeant(it))?.id ?? 0;

describe('the approval of devices', () => {
	it('lets in those that wait', async () => {
		expect((await send('POST', '/v2/devices/approval/APPROVE', { devices: [63] })).status).toBe(
			204,
		);
		expect((await device(63)).approvalStatus).toBe('APPROVED');
		expect(await newestOf(63)).toMatchObject({
			statusCode: 'NODE_MANUALLY_APPROVED',
			userId: 5001,
		});
	});

	it('turns away those that wait, for good', async () => {
		await send('POST', '/v2/devices/approval/REJECT', { devices: [63] });
		expect((await session().call('/v2/device/63')).status).toBe(404);
		expect(await newestOf(63)).toMatchObject({ statusCode: 'NODE_MANUALLY_REJECTED' });
	});

	it.each<[string, string, unknown, number]>([
		['an unknown mode', 'MAYBE', { devices: [63] }, 400],
		['no devices', 'APPROVE', { devices: [] }, 400],
		['an unknown property', 'APPROVE', { devices: [63], ids: [63] }, 400],
		['a device that does not exist', 'APPROVE', { devices: [63, 999] }, 404],
		['a rejection of one that is in', 'REJECT', { devices: [63, 5] }, 400],
	])('is refused for %s, and decides nothing', async (_case, mode, json, status) => {
		expect((await send('POST', `/v2/devices/approval/${mode}`, json)).status).toBe(status);
		expect((await device(63)).approvalStatus).toBe('PENDING');
	});
});

describe('the end of a device', () => {
	it('takes it away, with its alerts and jobs', async () => {
		const { state } = session().simulator;
		state.triggerAlert(5);
		state.jobs.start({ deviceId: 5, jobType: 'ACTION', name: 'Test' }, []);
		const { status, body } = await send('POST', '/v2/device/5/decommission');
		expect([status, body]).toEqual([200, '']);
		expect((await send('POST', '/v2/device/5/decommission')).body.resultCode).toBe(
			'device_not_found',
		);
		expect([...state.alerts.values()].filter(({ deviceId }) => deviceId === 5)).toEqual([]);
		expect(state.jobs.all()).toEqual([]);
		expect(await newestOf(5)).toMatchObject({ statusCode: 'NODE_DELETED' });
	});
});

describe('the owner of a device', () => {
	const endUser = () =>
		session()
			.simulator.state.users.all()
			.find(({ userType }) => userType === 'END_USER');

	it('is an end user, or nobody', async () => {
		const { uid, id } = endUser() ?? {};
		expect((await send('POST', `/v2/device/5/owner/${uid}`)).status).toBe(204);
		expect(await device(5)).toMatchObject({
			assignedOwnerUid: uid,
			references: { assignedOwner: { id } },
		});
		expect((await send('DELETE', '/v2/device/5/owner')).status).toBe(204);
		expect(await device(5)).not.toHaveProperty('assignedOwnerUid');
		expect((await device(5)).references).not.toHaveProperty('assignedOwner');
	});

	it('is no technician and nobody unknown', async () => {
		const { uid } = session().simulator.state.users.get(5001) ?? {};
		for (const owner of [uid, '00000000-0000-4000-a000-000000000000']) {
			const { status, body } = await send('POST', `/v2/device/5/owner/${owner}`);
			expect([status, body.resultCode]).toEqual([404, 'end_user_not_found']);
		}
	});
});

describe('the maintenance of a device', () => {
	const moment = Date.UTC(2026, 5, 15, 12);
	const hour = 3_600_000;
	let now = moment;
	const wanted = { disabledFeatures: ['ALERTS'], reasonMessage: 'Upgrade' };
	const during15June = (options: SimulatorOptions, act: (on: Session) => Promise<void>) => {
		now = moment;
		return during({ now: () => now, ...options }, act);
	};
	const put = (on: Session, json: object) =>
		on.call('/v2/device/5/maintenance', { method: 'PUT', json: { ...wanted, ...json } });

	it.each([
		['ISO-8601', new Date(moment + hour).toISOString(), new Date(moment + 2 * hour).toISOString()],
		['epoch seconds', (moment + hour) / 1000, (moment + 2 * hour) / 1000],
	])('takes times in %s, and tells them in epoch seconds', (_unit, start, end) =>
		during15June({}, async (on) => {
			expect((await put(on, { start, end })).status).toBe(204);
			expect((await device(5, on)).maintenance).toEqual({
				status: 'PENDING',
				start: (moment + hour) / 1000,
				end: (moment + 2 * hour) / 1000,
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

	it('begins now unless told otherwise, and can be cancelled', () =>
		during15June({}, async (on) => {
			await put(on, { end: (moment + hour) / 1000 });
			expect((await device(5, on)).maintenance).toMatchObject({
				status: 'IN_MAINTENANCE',
				start: moment / 1000,
			});
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

	it('that would be over already is refused, and the one that is set stays', () =>
		during15June({}, async (on) => {
			await put(on, { end: (moment + hour) / 1000 });
			const past = { start: moment / 1000 - 7200, end: moment / 1000 - 3600 };
			expect(await put(on, past)).toMatchObject({
				status: 400,
				body: { resultCode: 'node_maintenance_date_in_past' },
			});
			expect((await device(5, on)).maintenance?.end).toBe((moment + hour) / 1000);
		}));

	it.each<[string, object]>([
		['no end', {}],
		['no features', { end: moment / 1000 + 3600, disabledFeatures: [] }],
		['an unknown feature', { end: moment / 1000 + 3600, disabledFeatures: ['SLEEP'] }],
		['an unknown property', { end: moment / 1000 + 3600, reason: 'x' }],
		['text that is no time', { end: 'tomorrow' }],
	])('is refused for %s', (_case, json) =>
		during15June({}, async (on) => {
			expect((await put(on, json)).status).toBe(400);
			expect(await device(5, on)).not.toHaveProperty('maintenance');
		}),
	);
});

describe('a reboot', () => {
	it.each(['NORMAL', 'FORCED'])('%s restarts the system', async (mode) => {
		const id = online();
		const before = (await device(id)).os?.lastBootTime ?? 0;
		const answer = await send('POST', `/v2/device/${id}/reboot/${mode}`, { reason: 'Updates' });
		expect(answer.status).toBe(204);
		await newestOf(id);
		expect(await newestOf(id)).toMatchObject({
			statusCode: 'SYSTEM_REBOOTED',
			message: expect.stringContaining('Updates'),
		});
		const { os } = await device(id);
		expect(os?.lastBootTime).toBeGreaterThan(before);
		expect(os?.needsReboot).toBe(false);
	});

	it.each([
		['another mode', 'SOFT', {}],
		['an unknown property', 'NORMAL', { message: 'x' }],
	])('is refused for %s', async (_case, mode, json) => {
		expect((await send('POST', `/v2/device/${online()}/reboot/${mode}`, json)).status).toBe(400);
	});

	it('is refused on a device without an agent', async () => {
		const id = online(({ os }) => !os);
		expect((await send('POST', `/v2/device/${id}/reboot/NORMAL`, {})).status).toBe(400);
	});
});

describe('policy overrides', () => {
	it('are told, and can be reset', async () => {
		const path = '/v2/device/5/policy/overrides';
		expect(await session().get(path)).toMatchObject({ overrides: expect.arrayContaining([]) });
		expect((await session().get<{ overrides: string[] }>(path)).overrides).not.toEqual([]);
		expect((await send('DELETE', path)).status).toBe(204);
		expect(await session().get(path)).toEqual({ overrides: [] });
	});
});

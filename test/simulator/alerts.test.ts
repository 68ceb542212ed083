import type { Activity, Alert } from '../../contracts';
import { eachTest } from './client';

const session = eachTest();
const alerts = () => session().get<Alert[]>('/v2/alerts');
const series = async (uid: string) =>
	(await session().get<{ activities: Activity[] }>(`/v2/activities?seriesUid=${uid}`)).activities;
const reset = (uid: string, json?: unknown) =>
	session().call(`/v2/alert/${uid}/reset`, { method: 'POST', json });

describe('an alert', () => {
	it('has the uid of the activity series that triggered it', async () => {
		for (const { uid, deviceId } of await alerts()) {
			const [trigger] = await series(uid);
			expect(trigger).toMatchObject({ statusCode: 'TRIGGERED', deviceId });
		}
	});

	it('carries its device as the brief lists show it', async () => {
		const [{ deviceId, device }] = await alerts();
		const [row] = await session().get<object[]>(`/v2/devices?after=${deviceId - 1}&pageSize=1`);
		expect(device).toEqual(row);
	});

	it('leaves severity and priority to its activity more often than not', async () => {
		const rows = await alerts();
		expect(rows.some(({ severity }) => severity === undefined)).toBe(true);
		expect((await series(rows[0].uid))[0]).toHaveProperty('severity');
	});

	it('that is triggered later is listed, for its device too, and in the feed', async () => {
		const { state } = session().simulator;
		const { uid } = state.triggerAlert(9, {
			conditionName: 'Processor busy',
			severity: 'CRITICAL',
		});
		expect((await alerts()).at(-1)).toMatchObject({ uid, sourceType: 'CONDITION_AGENT_CPU' });
		const ofDevice = await session().get<Alert[]>('/v2/device/9/alerts');
		expect(ofDevice.map((alert) => alert.uid)).toContain(uid);
		expect(await series(uid)).toMatchObject([{ statusCode: 'TRIGGERED', severity: 'CRITICAL' }]);
	});

	it('is found by its source', async () => {
		session().simulator.state.triggerAlert(9, { conditionName: 'Processor busy' });
		const found = await session().get<Alert[]>('/v2/alerts?sourceType=CONDITION_AGENT_CPU');
		expect(new Set(found.map(({ sourceType }) => sourceType))).toEqual(
			new Set(['CONDITION_AGENT_CPU']),
		);
	});

	it('goes with its device', async () => {
		const [{ deviceId }] = await alerts();
		session().simulator.state.devices.remove(deviceId);
		expect((await alerts()).map((alert) => alert.deviceId)).not.toContain(deviceId);
	});
});

describe('the reset of an alert', () => {
	it('clears it, and adds the end of its series to the feed', async () => {
		const [{ uid }] = await alerts();
		const answer = await session().call(`/v2/alert/${uid}`, { method: 'DELETE' });
		expect([answer.status, answer.body]).toEqual([204, '']);
		expect((await alerts()).map((alert) => alert.uid)).not.toContain(uid);
		expect((await series(uid)).map(({ statusCode }) => statusCode)).toEqual(['RESET', 'TRIGGERED']);
	});

	it('keeps the data that it is given, and the technician who did it', async () => {
		const [{ uid }] = await alerts();
		expect((await reset(uid, { reason: 'disk cleaned' })).status).toBe(204);
		const [end] = await series(uid);
		expect(end).toMatchObject({
			statusCode: 'RESET',
			data: { reason: 'disk cleaned' },
			userId: 5001,
		});
	});

	it.each([
		['nothing', undefined],
		['a list', []],
		['a text', 'done'],
	])('with %s instead of an object is refused, and clears nothing', async (_case, json) => {
		const before = await alerts();
		expect((await reset(before[0].uid, json)).status).toBe(400);
		expect(await alerts()).toHaveLength(before.length);
	});

	it('of an alert that is gone says that the alert is missing', async () => {
		const [{ uid }] = await alerts();
		await reset(uid, {});
		const again = await reset(uid, {});
		expect(again).toMatchObject({ status: 404, body: { resultCode: 'alert_not_found' } });
		const deleted = await session().call(`/v2/alert/${uid}`, { method: 'DELETE' });
		expect(deleted.status).toBe(404);
		expect(await series(uid)).toHaveLength(2);
	});
});

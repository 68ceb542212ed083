import type { Alert } from '../../contracts';
import { eachTest } from './client';
import { codesOf, fleetOf } from './fleet';

const session = eachTest();
const { state, get, send, feed } = fleetOf(session);
const alerts = (query = '') => get<Alert[]>(`/v2/alerts?${query}`);
const series = (uid: string) => feed(`seriesUid=${uid}`);
const uids = (rows: readonly Alert[]) => rows.map(({ uid }) => uid);

describe('an alert', () => {
	it('has the uid of the activity series that triggered it, and its device as lists show it', async () => {
		for (const { uid, deviceId, device } of await alerts()) {
			const [trigger] = await series(uid);
			expect(trigger).toMatchObject({ statusCode: 'TRIGGERED', deviceId });
			expect(trigger).toHaveProperty('severity');
			expect([device]).toEqual(await get(`/v2/devices?after=${deviceId - 1}&pageSize=1`));
		}
	});

	it('leaves severity and priority to its activity here and there', async () => {
		expect((await alerts()).some(({ severity }) => severity === undefined)).toBe(true);
	});

	it('that is triggered later is listed, for its device too, by its source, and in the feed', async () => {
		const sourceType = 'CONDITION_AGENT_CPU';
		const { uid } = state().triggerAlert(9, { sourceType, severity: 'CRITICAL' });
		expect((await alerts()).at(-1)).toMatchObject({ uid, sourceType });
		expect(uids(await get<Alert[]>('/v2/device/9/alerts'))).toContain(uid);
		expect(await series(uid)).toMatchObject([{ statusCode: 'TRIGGERED', severity: 'CRITICAL' }]);
		const found = await alerts(`sourceType=${sourceType}`);
		expect(found).toEqual((await alerts()).filter((alert) => alert.sourceType === sourceType));
	});

	it('goes with its device', async () => {
		const [{ deviceId }] = await alerts();
		state().devices.remove(deviceId);
		expect((await alerts()).map((alert) => alert.deviceId)).not.toContain(deviceId);
	});
});

describe('the reset of an alert', () => {
	it.each([
		['DELETE', '', undefined, {}],
		['POST', '/reset', { reason: 'disk cleaned' }, { reason: 'disk cleaned' }],
	] as const)('by %s clears it once, and ends its series', async (method, path, json, data) => {
		const [{ uid }] = await alerts();
		const answer = await send(method, `/v2/alert/${uid}${path}`, json);
		expect([answer.status, answer.body]).toEqual([204, '']);
		expect(uids(await alerts())).not.toContain(uid);
		const again = await send(method, `/v2/alert/${uid}${path}`, json);
		expect(again).toMatchObject({ status: 404, body: { resultCode: 'alert_not_found' } });
		const entries = await series(uid);
		expect(codesOf(entries)).toEqual(['RESET', 'TRIGGERED']);
		expect(entries[0]).toMatchObject({ data, userId: 5001 });
	});
});

import type { Activity } from '../../contracts';
import type { LoggedRequest } from '../../simulator';
import { eachTest } from './client';

const session = eachTest();
const admin = <Body>(path: string, method: 'GET' | 'POST' | 'DELETE' = 'GET', json?: unknown) =>
	session().send<Body>(`/_simulator${path}`, { method, json });

describe('the simulator’s own addresses', () => {
	it('say that it is there and what it holds, without a token', async () => {
		expect((await admin('/health')).body).toEqual({ status: 'ok' });
		expect((await admin('/summary')).body).toMatchObject({
			organizations: 4,
			devices: 120,
			alerts: 8,
		});
	});

	it('show devices and alerts as they are', async () => {
		const { state } = session().simulator;
		expect((await admin('/devices/5')).body).toEqual(state.devices.get(5));
		expect((await admin('/devices/999')).status).toBe(404);
		expect((await admin('/alerts')).body).toEqual([...state.alerts.values()]);
	});

	it('show and clear the request log', async () => {
		await session().call('/v2/devices');
		await session().call('/v2/organizations');
		const asked = await admin<LoggedRequest[]>('/requests?method=GET&path=organizations&since=1');
		expect(asked.body).toMatchObject([{ index: 1, path: '/v2/organizations' }]);
		expect((await admin('/requests', 'DELETE')).status).toBe(204);
		expect((await admin('/requests')).body).toEqual([]);
	});

	it('set, show and clear faults', async () => {
		const fault = { kind: 'status', status: 503, path: '^/v2/organi', times: 'always' };
		expect((await admin('/faults', 'POST', fault)).status).toBe(204);
		expect((await admin('/faults')).body).toEqual([{ ...fault, path: '^\\/v2\\/organi', skip: 0 }]);
		expect((await session().call('/v2/organizations')).status).toBe(503);
		await admin('/faults', 'DELETE');
		expect((await session().call('/v2/organizations')).status).toBe(200);
	});

	it('refuse a fault that they do not understand', async () => {
		expect((await admin('/faults', 'POST', { kind: 'earthquake' })).status).toBe(400);
	});

	it('let tokens expire', async () => {
		expect((await admin('/tokens/expire', 'POST')).status).toBe(204);
		expect((await session().call('/v2/organizations')).status).toBe(401);
	});

	it('revoke and restore an app', async () => {
		const { authority } = session().simulator;
		await admin('/apps/simulator-full/revoke', 'POST');
		expect(authority.app('simulator-full')).toBeUndefined();
		await admin('/apps/simulator-full/restore', 'POST');
		expect(authority.app('simulator-full')).toBeDefined();
	});

	it('let things happen in the fleet', async () => {
		const { state } = session().simulator;
		const before = state.activities.lastId;
		const { body } = await admin<{ activities: Activity[] }>('/activities', 'POST', { count: 3 });
		expect(body.activities.map(({ id }) => id)).toEqual([before + 1, before + 2, before + 3]);
		const alert = { deviceId: 9, conditionName: 'Processor busy' };
		const answer = await admin<{ alert: { uid: string } }>('/activities', 'POST', { alert });
		expect(state.alerts.get(answer.body.alert.uid)).toMatchObject(alert);
	});

	it('let a device join', async () => {
		const { body } = await admin<{ id: number }>('/devices', 'POST', { displayName: 'Newcomer' });
		expect(session().simulator.state.devices.get(body.id)?.displayName).toBe('Newcomer');
		expect((await session().call(`/v2/device/${body.id}`)).status).toBe(200);
	});

	it('tell what runs, and plan what becomes of it', async () => {
		const { jobs } = session().simulator.state;
		expect((await admin('/jobs/plans', 'POST', { exitCode: 5, times: 1 })).status).toBe(204);
		const job = jobs.start({ deviceId: 9, jobType: 'ACTION', name: 'Test' }, []);
		expect(job.wish).toMatchObject({ exitCode: 5 });
		expect((await admin('/jobs')).body).toMatchObject([{ uid: job.uid, deviceId: 9 }]);
		expect((await admin('/jobs/plans', 'POST', { fails: true })).status).toBe(400);
	});
});

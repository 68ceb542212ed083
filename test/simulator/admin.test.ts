import type { LoggedRequest } from '../../simulator';
import { eachTest } from './client';

const session = eachTest();
const admin = <Body>(path: string, method: 'GET' | 'POST' | 'DELETE' = 'GET', json?: unknown) =>
	session().send<Body>(`/_simulator${path}`, { method, json });

describe('the addresses about the simulator itself', () => {
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
		expect((await admin('/faults', 'POST', { kind: 'earthquake' })).status).toBe(400);
		await admin('/faults', 'DELETE');
		expect((await session().call('/v2/organizations')).status).toBe(200);
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

	it('plan what becomes of jobs', async () => {
		const { jobs } = session().simulator.state;
		expect((await admin('/jobs/plans', 'POST', { exitCode: 5, times: 1 })).status).toBe(204);
		const job = jobs.start({ deviceId: 9, jobType: 'ACTION', name: 'Test' }, []);
		expect(job.wish).toMatchObject({ exitCode: 5 });
		expect((await admin('/jobs/plans', 'POST', { fails: true })).status).toBe(400);
	});
});

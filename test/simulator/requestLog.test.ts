import { apps } from '../../simulator';
import { eachTest } from './client';

const session = eachTest();
const { clientId, clientSecret } = apps.full;

describe('the request log', () => {
	it('keeps every request as it arrived, and what became of it', async () => {
		await session().call('/api/v2/devices?pageSize=3');
		await session().call('/v2/device/999');
		expect(session().simulator.requests.all()).toMatchObject([
			{
				method: 'GET',
				path: '/v2/devices',
				url: '/api/v2/devices?pageSize=3',
				query: { pageSize: '3' },
				status: 200,
				acted: true,
			},
			{ path: '/v2/device/999', status: 404, acted: false },
		]);
	});

	it('finds requests by method and path', async () => {
		await session().call('/v2/device/5');
		await session().call('/v2/device/6');
		await session().call('/v2/device/5', { method: 'PATCH', json: { displayName: 'new' } });
		const { requests } = session().simulator;
		expect(requests.matching({ method: 'GET' })).toHaveLength(2);
		expect(requests.matching({ path: '/v2/device/5' })).toHaveLength(2);
		expect(requests.matching({ method: 'PATCH', path: /device/ })).toMatchObject([
			{ body: { displayName: 'new' }, status: 204 },
		]);
	});

	it('can be cleared, and goes on counting', async () => {
		await session().call('/v2/device/5');
		session().simulator.requests.clear();
		await session().call('/v2/device/6');
		expect(session().simulator.requests.all()).toMatchObject([{ index: 1, path: '/v2/device/6' }]);
	});

	it('keeps no secret and no token', async () => {
		const form = {
			grant_type: 'client_credentials',
			client_id: clientId,
			client_secret: clientSecret,
		};
		const { body } = await session().send<{ access_token: string }>('/ws/oauth/token', {
			method: 'POST',
			form,
		});
		const headers = { authorization: `Bearer ${body.access_token}` };
		await session().send('/v2/organizations', { headers });
		const kept = JSON.stringify(session().simulator.requests.all());
		expect(kept).not.toContain(clientSecret);
		expect(kept).not.toContain(body.access_token);
		expect(kept).toContain(clientId);
		expect(kept).toContain(`Bearer ${body.access_token.slice(0, 6)}...`);
	});

	it('keeps nothing of what is asked about the simulator itself', async () => {
		await session().send('/_simulator/health');
		expect(session().simulator.requests.all()).toEqual([]);
	});
});

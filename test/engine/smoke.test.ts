import nock from 'nock';
import { runNode } from '../harness/engine';

const credential = {
	clientId: 'id',
	clientSecret: 'sec',
	region: 'eu.ninjarmm.com',
	scopes: ['monitoring'],
};
test('lists devices', async () => {
	const scope = nock('https://eu.ninjarmm.com')
		.post('/ws/oauth/token')
		.reply(200, { access_token: 't', token_type: 'Bearer', expires_in: 3600, scope: 'monitoring' })
		.get('/v2/devices?pageSize=4')
		.reply(200, [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }]);
	const result = await runNode({
		parameters: {
			resource: 'device',
			operation: 'getMany',
			returnAll: false,
			limit: 3,
			output: 'raw',
		},
		credential,
	});
	expect(result.error).toBeUndefined();
	expect(result.json).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
	expect(result.hints).toHaveLength(1);
	expect(scope.isDone()).toBe(true);
});

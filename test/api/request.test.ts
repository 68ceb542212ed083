import { get, patch, post } from '../../api/endpoint';
import { call, plainRequest, queryString } from '../../api/request';

const device = get('/v2/device/{id}');
const service = post('/v2/device/{id}/windows-service/{serviceId}/control', { effect: 'dispatch' });

describe('a request', () => {
	it('has its path filled and encoded', () => {
		const control = call(service, { path: { id: 7, serviceId: 'Print Spooler' }, body: {} });
		expect(plainRequest(control)).toEqual({
			method: 'POST',
			url: '/v2/device/7/windows-service/Print%20Spooler/control',
			body: '{}',
		});
	});

	it.each([
		'',
		'   ',
		'.',
		'..',
		'../',
		'../../users',
		'1/2',
		'a\\b',
		'1?x=1',
		'1#x',
		'%2e%2e',
		'1\n2',
	])('is refused when a path value is %j', (id) => {
		expect(() => plainRequest(call(device, { path: { id } }))).toThrow(/nothing was sent/);
	});

	it('keeps an empty JSON object as its body', () => {
		const update = call(patch('/v2/device/{id}'), { path: { id: 1 }, body: {} });
		expect(plainRequest(update).body).toBe('{}');
	});

	it('keeps null in its body, since NinjaOne reads it as "back to the default"', () => {
		const update = call(patch('/v2/device/{id}'), { path: { id: 1 }, body: { policyId: null } });
		expect(plainRequest(update).body).toBe('{"policyId":null}');
	});
});

describe('a query', () => {
	it('has blanks as %20, never as +', () => {
		expect(queryString({ df: 'org = 3 AND offline' })).toBe('df=org%20%3D%203%20AND%20offline');
	});

	it('leaves out what is not given, since NinjaOne refuses an empty filter', () => {
		expect(queryString({ df: undefined, q: '', pageSize: 10, flag: false })).toBe(
			'pageSize=10&flag=false',
		);
	});
});

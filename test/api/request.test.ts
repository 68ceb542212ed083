import { get, patch, post } from '../../api/endpoint';
import type { FormPart } from '../../api/form';
import { queryString } from '../../api/query';
import { call, plainRequest } from '../../api/request';

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
		'undefined',
		'NaN',
		'null',
		'[object Object]',
		NaN,
		Infinity,
		null as never,
		undefined as never,
		{} as never,
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

describe('what nobody can have meant', () => {
	const update = (body: unknown) =>
		plainRequest(call(patch('/v2/device/{id}'), { path: { id: 1 }, body }));
	const form = (part: FormPart) =>
		plainRequest(call(post('/v2/ticketing/ticket'), { form: [part] }));

	it.each([
		['NaN', { a: [{ b: NaN }] }, /NaN in "b" of "a" of the body\[0\]|NaN in "b" of/],
		['Infinity', { warranty: Infinity }, /Infinity in "warranty"/],
		['the text of nothing', { displayName: 'undefined' }, /undefined in "displayName"/],
		['the text of no number', ['NaN'], /NaN in the body\[0\]/],
		['the text of an object', { note: '[object Object]' }, /\[object Object\] in "note"/],
		['a gap in a list', { ids: [1, undefined] }, /undefined in "ids"/],
		['a function', { act: () => 1 }, /a function in "act"/],
	])('is refused in a body: %s', (_, body, message) => {
		expect(() => update(body)).toThrow(message);
		expect(() => update(body)).toThrow(/nothing was sent/);
		expect(() => form({ name: 'comment', json: body })).toThrow(/nothing was sent/);
	});

	it('is refused as a part of a form', () => {
		expect(() => form({ name: 'folderId', value: NaN })).toThrow(/part "folderId".*nothing/);
	});

	it.each([NaN, Infinity, null, 'undefined', 'NaN', 'null', '[object Object]', {}, [NaN], [[1]]])(
		'is refused in a query: %j',
		(value) => {
			expect(() => queryString({ organizationId: value as never })).toThrow(/"organizationId"/);
		},
	);

	it.each(['id in (1,NaN)', 'org = undefined', '1,undefined,3', '1,[object Object]'])(
		'is refused as one of a list: %s',
		(df) => {
			expect(() => queryString({ df })).toThrow(/nothing was sent/);
		},
	);

	it('is not seen in words that merely contain it, and null and what is left out are meant', () => {
		const body = { a: 'undefined behaviour', b: 'NaNny', c: null, d: undefined, e: 0, f: '' };
		expect(JSON.parse(update(body).body!)).toEqual({ ...body, d: undefined });
		expect(queryString({ q: 'why is it undefined' })).toBe('q=why%20is%20it%20undefined');
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

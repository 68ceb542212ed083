import { del, get, patch, post } from '../../api/endpoint';
import { mayRepeat, waitMs } from '../../api/retry';
import { retryAfter } from '../../api/retryAfter';

const calls = {
	read: get('/v2/devices'),
	write: patch('/v2/device/{id}'),
	'write that is not repeatable': post('/v2/organizations'),
	dispatch: post('/v2/device/{id}/reboot/{mode}', { effect: 'dispatch' }),
	destroy: del('/v2/device/{id}/policy/overrides', { effect: 'destroy' }),
};

describe('a call', () => {
	it.each(Object.entries(calls))('with effect %s is repeated after 429', (_, endpoint) => {
		expect(mayRepeat(endpoint, { kind: 'throttled', status: 429 })).toBe(true);
	});

	it.each([
		['read', true],
		['write', true],
		['write that is not repeatable', false],
		['dispatch', false],
		['destroy', false],
	] as const)('with effect %s may be repeated after a lost answer: %s', (name, expected) => {
		const endpoint = calls[name];
		expect(mayRepeat(endpoint, { kind: 'unavailable', status: 502 })).toBe(expected);
		expect(mayRepeat(endpoint, { kind: 'lost', code: 'ECONNRESET' })).toBe(expected);
		expect(mayRepeat(endpoint, { kind: 'page', status: 200 })).toBe(expected);
	});

	it.each(Object.entries(calls))('with effect %s is not repeated once refused', (_, endpoint) => {
		expect(mayRepeat(endpoint, { kind: 'refused', status: 500, body: {} })).toBe(false);
		expect(mayRepeat(endpoint, { kind: 'cancelled' })).toBe(false);
	});
});

describe('the wait before a repetition', () => {
	it('is what NinjaOne asks for, or doubles from a second', () => {
		const within = (wait: number, base: number) => wait >= base && wait <= base * 1.25;
		expect(within(waitMs(1, 7000), 7000)).toBe(true);
		expect(
			[1, 2, 3, 4].every((attempt) =>
				within(waitMs(attempt, undefined), 1000 * 2 ** (attempt - 1)),
			),
		).toBe(true);
	});

	it('reads Retry-After in seconds and as a date', () => {
		expect(retryAfter('2')).toBe(2000);
		expect(retryAfter('1.5')).toBe(1500);
		expect(retryAfter(new Date(Date.now() + 60_000).toUTCString())).toBeGreaterThan(55_000);
		expect(retryAfter('soon')).toBeUndefined();
		expect(retryAfter(undefined)).toBeUndefined();
	});

	it.each(['0', '-5', '0.5', 0, 'Thu, 01 Jan 1970 00:00:00 GMT', '-1e9', '', ' '])(
		'keeps to its own schedule where Retry-After is %j: at least a second, doubling',
		(header) => {
			const asked = retryAfter(header);
			expect(waitMs(1, asked)).toBeGreaterThanOrEqual(1000);
			expect(waitMs(3, asked)).toBeGreaterThanOrEqual(4000);
		},
	);

	it("counts a date from the answer's own clock, which may be far from this one", () => {
		const there = Date.parse('2031-05-01T10:00:00Z');
		const http = (ms: number) => new Date(there + ms).toUTCString();
		expect(retryAfter(http(30_000), http(0))).toBe(30_000);
		expect(retryAfter(http(-30_000), http(0))).toBeUndefined();
		expect(retryAfter(new Date(Date.now() + 60_000).toUTCString(), 'no date')).toBeGreaterThan(
			55_000,
		);
	});
});

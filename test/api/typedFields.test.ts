import type { FieldDefinition } from '../../api/typedFields/definition';
import { decode } from '../../api/typedFields/decode';
import { encode } from '../../api/typedFields/encode';
import { encodeValues, readableValues } from '../../api/typedFields/values';

const field = (type: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
	name: 'aField',
	label: 'A field',
	type,
	required: false,
	readable: true,
	writable: true,
	options: [],
	limits: {},
	scopes: ['NODE'],
	...more,
});
const colors = [
	{ id: 'AAAAAAAA-0000-4000-8000-000000000001', name: 'Red', active: true },
	{ id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Green, dark', active: true },
	{ id: 'aaaaaaaa-0000-4000-8000-000000000003', name: 'Gray', active: false },
];
const berlin = 'Europe/Berlin';
const newYork = 'America/New_York';

describe('A value is encoded', () => {
	it.each([
		['a day, whatever the time zone', 'DATE', '2026-03-01', newYork, Date.UTC(2026, 2, 1)],
		[
			'a late evening as the day that it is there',
			'DATE',
			'2026-03-01T23:30:00',
			newYork,
			Date.UTC(2026, 2, 1),
		],
		[
			'a point in time as its day in the time zone',
			'DATE',
			'2026-03-01T23:30:00Z',
			berlin,
			Date.UTC(2026, 2, 2),
		],
		[
			'a day that was read raw as it is',
			'DATE',
			Date.UTC(2026, 2, 1),
			newYork,
			Date.UTC(2026, 2, 1),
		],
		[
			'a time without offset in the time zone',
			'DATE_TIME',
			'2026-07-01 08:00',
			berlin,
			Date.UTC(2026, 6, 1, 6),
		],
		[
			'a time with offset as it says',
			'DATE_TIME',
			'2026-07-01T08:00:00+05:00',
			berlin,
			Date.UTC(2026, 6, 1, 3),
		],
		['epoch seconds as milliseconds', 'DATE_TIME', '1767225600', berlin, 1_767_225_600_000],
		['epoch milliseconds as they are', 'DATE_TIME', 1_767_225_600_000, berlin, 1_767_225_600_000],
		['a time of day as milliseconds since midnight', 'TIME', '7:05', berlin, (7 * 60 + 5) * 60_000],
		['a time of day with seconds', 'TIME', '23:59:59', berlin, 86_399_000],
		['a time of day in milliseconds as it is', 'TIME', '3600000', berlin, 3_600_000],
		['a point in time out of an expression', 'DATE_TIME', new Date(0), berlin, 0],
		['a number from text', 'DECIMAL', ' 1.5 ', berlin, 1.5],
		['zero', 'NUMERIC', 0, berlin, 0],
		['"off" as false', 'CHECKBOX', 'Off', berlin, false],
		['1 as true', 'CHECKBOX', 1, berlin, true],
		['HTML', 'WYSIWYG', '<b>x</b>', berlin, { html: '<b>x</b>' }],
		[
			'rich text that was read',
			'WYSIWYG',
			{ text: 'x', html: '<b>x</b>' },
			berlin,
			{ html: '<b>x</b>' },
		],
		['the ID of a device', 'NODE_DROPDOWN', '12', berlin, 12],
		[
			"a reference in NinjaOne's form",
			'NODE_DROPDOWN',
			'{"entityId": 12, "type": "NODE"}',
			berlin,
			{ entityId: 12, type: 'NODE' },
		],
		['what a type of tomorrow takes, as it is', 'HOLOGRAM', 'x', berlin, 'x'],
	])('%s', (_, type, value, timezone, sent) => {
		expect(encode(field(type), value, timezone)).toEqual(sent);
	});

	it('an option by its label in any case, or by its ID', () => {
		const drop = field('DROPDOWN', { options: colors });
		expect(encode(drop, 'red', berlin)).toBe(colors[0].id);
		expect(encode(drop, colors[0].id.toLowerCase(), berlin)).toBe(colors[0].id);
	});

	it('an option as it is where the definition tells none', () => {
		expect(encode(field('DROPDOWN'), 'Weekly', berlin)).toBe('Weekly');
		expect(encode(field('MULTI_SELECT'), 'Mon, Tue', berlin)).toEqual(['Mon', 'Tue']);
	});

	it.each([
		['comma-separated', 'Red,red', [0]],
		['one label with a comma', 'green, dark', [1]],
		['JSON', '["Red", "Green, dark"]', [0, 1]],
		['a list', ['Green, dark', 'Red'], [1, 0]],
	])('several options: %s', (_, value, places) => {
		const select = field('MULTI_SELECT', { options: colors });
		expect(encode(select, value, berlin)).toEqual(places.map((at) => colors[at].id));
	});
});

describe('A value is refused', () => {
	it.each([
		[
			'an option that is not in use',
			field('DROPDOWN', { options: colors }),
			'Gray',
			/does not offer "Gray". It offers: Red, Green, dark/,
		],
		[
			'one wrong option among several',
			field('MULTI_SELECT', { options: colors }),
			'Red, Blue',
			/does not offer "Blue"/,
		],
		[
			'a label that two options have',
			field('DROPDOWN', { options: [colors[0], { ...colors[0], id: 'b' }] }),
			'Red',
			/has several options "Red"/,
		],
		['a list where text belongs', field('TEXT'), ['x'], /takes text, and was given a list/],
		['no number', field('NUMERIC'), '', /takes a number/],
		['a number with a thousands separator', field('DECIMAL'), '1,000.5', /takes a number/],
		[
			'a number below the least',
			field('NUMERIC', { limits: { numericRange: { min: 1 } } }),
			0,
			/takes 1 or more, and was given 0/,
		],
		[
			'a date to come where the past is wanted',
			field('DATE', { limits: { dateFilters: { type: 'PAST_DATES_ONLY' } } }),
			'2999-01-01',
			/takes dates in the past/,
		],
		[
			'a day gone by where the future is wanted',
			field('DATE_TIME', { limits: { dateFilters: { type: 'FUTURE_DATES_ONLY' } } }),
			'2001-01-01',
			/takes dates in the future/,
		],
		[
			'an IPv4 address where IPv6 is wanted',
			field('IP_ADDRESS', { limits: { ipAddressType: 'IPV6' } }),
			'10.0.0.1',
			/takes an IPv6 address/,
		],
		['a day that does not exist', field('DATE'), '2026-02-31', /takes a date or time/],
		['a day that would roll over', field('DATE_TIME'), '2026/02/31', /takes a date or time/],
		['an hour where a date belongs', field('DATE_TIME'), '13', /takes a date or time/],
		['an hour where minutes belong', field('TIME'), '13', /takes a time of day/],
		['a number that people do not write', field('NUMERIC'), '0x10', /takes a number/],
		['what is no number as text', field('TEXT'), NaN, /takes text/],
		['an object as formatted text', field('WYSIWYG'), { html: { a: 1 } }, /takes text/],
		[
			'an object as a choice',
			field('MULTI_SELECT', { options: colors }),
			{},
			/does not offer "{}"/,
		],
		['no choice among several', field('MULTI_SELECT', { options: colors }), ',', /no option/],
		['what is neither yes nor no', field('CHECKBOX'), 2, /takes yes or no/],
	])('%s', (_, definition, value, message) => {
		expect(() => encode(definition, value, berlin)).toThrow(message);
	});

	it('without telling a secret', () => {
		const secret = field('TEXT_ENCRYPTED', { limits: { maxCharacters: 3 } });
		for (const value of ['hunter2', { password: 'hunter2' }]) {
			expect(() => encode(secret, value, berlin)).toThrow(/A field/);
			expect(() => encode(secret, value, berlin)).not.toThrow(/hunter2/);
		}
	});
});

describe('A value that was encoded', () => {
	it.each([
		['DATE', '2026-03-01'],
		['DATE_TIME', '2026-03-01T10:00:00.000Z'],
		['TIME', '17:30:00'],
		['DROPDOWN', 'Red'],
		['MULTI_SELECT', ['Red', 'Green, dark']],
		['CHECKBOX', false],
		['DECIMAL', 1.5],
		['TEXT', 'x'],
	])('is read as it was written: %s', (type, value) => {
		const definition = field(type, { options: colors });
		const sent = encode(definition, value, newYork);
		expect(decode(definition, sent as never)).toEqual(value);
	});

	it('is read the same where NinjaOne tells labels and texts', () => {
		const select = field('MULTI_SELECT', { options: colors });
		expect(decode(field('DROPDOWN', { options: colors }), 'Red')).toBe('Red');
		expect(decode(select, ['Green, dark', colors[0].id])).toEqual(['Green, dark', 'Red']);
		expect(decode(select, 'Green, dark')).toEqual(['Green, dark']);
		expect([true, 'True', 'false'].map((value) => decode(field('CHECKBOX'), value))).toEqual([
			true,
			true,
			false,
		]);
	});

	it('stays as it is where nothing is known of it', () => {
		expect(decode(field('DROPDOWN'), 'gone')).toBe('gone');
		expect(decode(field('DATE'), 'not a number')).toBe('not a number');
		expect(decode(field('DATE'), null)).toBeNull();
		expect(decode(field('CHECKBOX'), 'perhaps')).toBe('perhaps');
	});
});

describe('Fields are found', () => {
	const twins = [field('TEXT', { name: 'one' }), field('TEXT', { name: 'two' })];

	it('by name before label, and not by a label that two have', () => {
		const given = (values: Record<string, string>) =>
			encodeValues(twins, { values, from: 'fields', timezone: berlin });
		expect(given({ one: 'x' }).fields).toEqual({ one: 'x' });
		expect(() => given({ 'a FIELD': 'x' })).toThrow(/is the label of several fields/);
	});

	it('once: a value under the name and another under the label is one too many', () => {
		const [only] = twins;
		expect(() =>
			encodeValues([only], {
				values: { one: 'x', 'A field': 'y' },
				from: 'columns',
				timezone: berlin,
			}),
		).toThrow(/is given twice/);
	});

	it('and values of secure ones are set apart from the others', () => {
		const definitions = [field('TEXT', { name: 'open' }), field('TOTP', { name: 'closed' })];
		expect(readableValues(definitions, { open: 'x', closed: 'y', unknown: 'z' }, false)).toEqual({
			values: { open: 'x', unknown: 'z' },
			secure: { closed: 'y' },
		});
	});
});

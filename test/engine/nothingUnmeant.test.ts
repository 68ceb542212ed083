import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { resources } from '../../resources';
import { catalog } from '../../operations/catalog';
import type { Field, Fields } from '../../operations/field';
import { allFields } from '../../operations/properties';
import { readFields } from '../../operations/readFields';
import { readingContext } from '../harness/engine';
import { credential } from '../harness/nock';

const yes = [true, 'true', 'TRUE', 'True', ' true ', 'yes', 'Yes', 'on', 'ON', 1, '1'];
const no = [false, 'false', 'FALSE', ' False', 'no', 'NO', 'off', 0, '0'];
const nothing = [undefined, null];
const blank = ['', '  '];
const noTexts = [{ a: 1 }, NaN, [{ a: 1 }]];
const noIds = ['0x10', '1e3', '1.0', ' 7.0 ', '-7', -7, 7.5, true, { id: 7 }, [[7]], NaN];
const noTimes = [
	...['2026/02/31', '02/31/2026', '2026-2-31', '2026-02-31', 'Feb 31 2026', '2026-13-01'],
	...['13', 13, '2026', '20260131', '2026-01', '2026-01-31T25:00', 'tomorrow', 1e18, NaN, true],
	...[{ at: '2026-01-31' }, ['2026-01-31']],
];
/** 31 January 2026, 8:00 UTC. */
const moment = Date.UTC(2026, 0, 31, 8);
const times = [
	...['2026-01-31T08:00:00Z', '2026-01-31T08:00:00.000Z', '2026-01-31T09:00:00', new Date(moment)],
	...['2026-01-31 09:00:00', '2026-01-31T10:00+02:00', moment, moment / 1000, `${moment / 1000}`],
];

/** A parameter, or an entry of a collection, of the operations that have it. */
interface Place {
	key: string;
	name: string;
	field: Field<unknown>;
	/** Its name where it is an entry of a collection: the parameter itself is the collection then. */
	entry?: string;
	property: INodeProperties;
	isChange: boolean;
}

/** Fields that operations have in common are looked at once as part of a read and once as part of a change. */
const seen = new Map<Field<unknown>, Set<boolean>>();
const isNew = (field: Field<unknown>, isChange: boolean) => {
	const at = seen.get(field) ?? new Set();
	seen.set(field, at);
	return !at.has(isChange) && at.add(isChange) !== undefined;
};

const places: Place[] = catalog(resources).flatMap(({ resource, operation, effect }) => {
	const isChange = effect !== 'read';
	const fields: Fields = allFields(resources[resource].operations[operation]);
	return Object.entries(fields)
		.filter(([, field]) => isNew(field, isChange))
		.flatMap(([name, field]): Place[] => {
			const { property } = field;
			const about = { key: `${resource}.${operation}`, name, field, isChange };
			if (property.type !== 'collection') return [{ ...about, property: { name, ...property } }];
			return (property.options as INodeProperties[]).map((entry) => ({
				...about,
				entry: entry.name,
				property: entry,
			}));
		});
});

const has = (...types: string[]) => places.filter(({ property }) => types.includes(property.type));
const isFilter = ({ entry, field }: Place) =>
	entry !== undefined && /Filters|Look In/.test(field.property.displayName);
const isSwitch = ({ field }: Place) => field.authorOnly === true;

const { context, write } = readingContext({}, credential);

/** What the node reads where an expression at this place gives a value. */
function read(place: Place, value: unknown, expression = '={{ $json.value }}'): unknown {
	const { name, entry, field, isChange } = place;
	context.getInputData()[0].json = { value } as never;
	const locator = { __rl: true, mode: 'id', value: expression };
	const source = place.property.type === 'resourceLocator' ? locator : expression;
	const parameters = { [name]: entry === undefined ? source : { [entry]: source } };
	write(parameters as INodeParameters);
	const [given] = Object.values(
		readFields(context, 0, { [name]: { ...field, when: {} } }, isChange ? 'write' : 'read'),
	);
	return entry === undefined ? given : (given as Record<string, unknown>)[entry];
}

const refused = 'refused, by name';

/** What came of it: what was read, or that it was refused with a message that names the parameter. */
function outcome(place: Place, value: unknown, expression?: string): unknown {
	try {
		return read(place, value, expression);
	} catch (error) {
		const { message, name } = error as Error;
		const names = message.includes(`"${place.property.displayName}"`);
		return name === 'NinjaOneError' && names ? refused : { message };
	}
}

/** The places at which a value comes to something else than it should. */
const others = (
	at: readonly Place[],
	values: readonly unknown[],
	should: (result: unknown, value: unknown) => boolean,
) =>
	at.flatMap((place) =>
		values
			.map((value) => [value, outcome(place, value)] as const)
			.filter(([value, result]) => !should(result, value))
			.map(([value, result]) => [place.key, place.name, place.entry, value, result]),
	);
const isRefused = (result: unknown) => result === refused;

describe('in every operation, out of an expression,', () => {
	const switches = has('boolean').filter((place) => !isSwitch(place));
	const choices = has('options').filter(({ property }) => property.default !== '');

	it('each kind of parameter is there to be tried', () => {
		expect(switches.length).toBeGreaterThan(20);
		expect(choices.length).toBeGreaterThan(40);
		expect(has('boolean').filter(isSwitch).length).toBeGreaterThan(5);
		expect(has('dateTime').length).toBeGreaterThan(10);
		expect(places.filter(isFilter).length).toBeGreaterThan(80);
	});

	it('a switch is on for every spelling of yes', () => {
		expect(others(switches, yes, (result) => result === true)).toEqual([]);
	});

	it('a switch is off for every spelling of no', () => {
		expect(others(switches, no, (result) => result === false)).toEqual([]);
	});

	it('a switch is refused for all that says neither', () => {
		const neither = [...nothing, ...blank, 'maybe', 2, -1, 'y', {}, [], [true], NaN];
		expect(others(switches, neither, isRefused)).toEqual([]);
	});

	it("a switch that is the author's takes nothing", () => {
		expect(others(has('boolean').filter(isSwitch), [true, false, 'yes'], isRefused)).toEqual([]);
	});

	it('nothing at all is refused everywhere: its default is for who leaves a parameter alone', () => {
		const all = places.filter(({ property }) => property.type !== 'resourceMapper');
		expect(others(all, nothing, isRefused)).toEqual([]);
	});

	it('a choice is one of its options and nothing else', () => {
		expect(others(choices, [...blank, 'no such', {}, [], NaN], isRefused)).toEqual([]);
		const options = choices.filter(({ property }) => property.options);
		for (const place of options) {
			const values = (place.property.options as Array<{ value: unknown }>).map(
				(each) => each.value,
			);
			expect(others([place], values, (result, value) => result === value)).toEqual([]);
		}
	});

	it('a number is not blank', () => {
		expect(others(has('number'), blank, isRefused)).toEqual([]);
	});

	it('a filter that gave nothing, no text or no entry is refused, whatever it filters', () => {
		expect(
			others(places.filter(isFilter), [...nothing, ...blank, [], ',', 0], (result, value) =>
				value === 0 || value === ',' ? result !== undefined : isRefused(result),
			),
		).toEqual([]);
	});

	it('a list that narrows or chooses is not empty', () => {
		const lists = has('multiOptions').filter(
			({ entry, field }) => entry === undefined && !field.takesBlank,
		);
		expect(lists.length).toBeGreaterThan(3);
		expect(others(lists, [[], ...blank], isRefused)).toEqual([]);
	});

	it('no text is made of an object, of a list of objects or of what is no number', () => {
		const texts = has('string', 'multiOptions', 'options', 'resourceLocator', 'number');
		expect(others(texts, noTexts, isRefused)).toEqual([]);
	});

	it('an object in the midst of a text is seen', () => {
		const texts = places.filter(
			({ property, entry }) => property.type === 'string' && entry === undefined,
		);
		for (const expression of ['=About {{ $json.value }}.', '={{ 1 }} {{ $json.value }}']) {
			const results = texts.map((place) => outcome(place, { a: 1 }, expression));
			expect(new Set(results)).toEqual(new Set([refused]));
		}
	});

	it('a time is a whole date that exists, as text or since 1970, in one of two units', () => {
		expect(others(has('dateTime'), noTimes, isRefused)).toEqual([]);
		expect(others(has('dateTime'), times, (result) => result === moment)).toEqual([]);
		const asObject = '={{ DateTime.fromMillis($json.value) }}';
		const given = has('dateTime').map((place) => outcome(place, moment, asObject));
		expect(new Set(given)).toEqual(new Set([moment]));
	});

	it('JSON has no gaps, which would vanish on the way', () => {
		const gaps = [{ a: undefined }, [{ a: NaN }], { a: { b: [undefined] } }];
		expect(has('json').length).toBeGreaterThan(5);
		expect(others(has('json'), gaps, isRefused)).toEqual([]);
	});

	it('an ID is made of digits alone', () => {
		const ids = has('string', 'number', 'options', 'multiOptions', 'resourceLocator').filter(
			(place) => isId(outcome(place, 7)) && isId(outcome(place, '7')),
		);
		expect(ids.length).toBeGreaterThan(60);
		expect(others(ids, noIds, isRefused)).toEqual([]);
		expect(others(ids, ['true'], (result) => isRefused(result) || isNamed(result))).toEqual([]);
	});
});

/** A field that reads 7 as the number 7, in a list or as a reference, too. */
const isId = (result: unknown): boolean =>
	result === 7 || ['[7]', '{"id":7}', '[{"id":7}]'].includes(JSON.stringify(result));

/** Where names will do, this text is one. */
const isNamed = (result: unknown): boolean =>
	/\{"(name|path)":"true"\}/.test(JSON.stringify(result));

describe('what the author leaves alone', () => {
	it('counts by its default', () => {
		const wrong = has('boolean', 'options', 'number').filter((place) => {
			if (place.entry !== undefined || place.property.default === '') return false;
			write({});
			const { name, field } = place;
			const read = readFields(context, 0, { [name]: { ...field, when: {} } })[name];
			return read !== (place.property.default || read);
		});
		expect(wrong.map(({ key, name }) => [key, name])).toEqual([]);
	});
});

describe('a model', () => {
	const optional = places.filter(
		({ property: { type, default: standard }, field: { property } }) =>
			(standard === '' || JSON.stringify(standard) === '[]') &&
			!['json', 'options'].includes(type) &&
			!property.required,
	);
	const fromModel = (place: Place) => outcome(place, '', "={{ $fromAI('value', '', 'string') }}");

	it('can leave an argument out by a blank text, which filters of a change refuse', () => {
		const wrong = optional.filter(
			(place) => isRefused(fromModel(place)) !== (isFilter(place) && place.isChange),
		);
		expect(wrong.map(({ key, name, entry }) => [key, name, entry])).toEqual([]);
	});

	it('cannot choose by it, nor switch, except that a filter of a read is left out', () => {
		const choosing = has('boolean', 'options', 'number').filter(
			({ property }) => property.default !== '',
		);
		const wrong = choosing.filter(
			(place) => isRefused(fromModel(place)) === (isFilter(place) && !place.isChange),
		);
		expect(wrong.map(({ key, name, entry }) => [key, name, entry])).toEqual([]);
	});
});

import type { FastifyRequest } from 'fastify';
import { filterOf } from './input';
import { moment, type Query, text, texts } from './query';
import { failure } from './refusal';
import type { State } from './state/state';

type Test<Row> = (row: Row) => boolean;

/** Reads one parameter of a query: which rows it asks for, or nothing where it is not given. */
export type Filter<Row> = (query: Query, parameter: string) => Test<Row> | undefined;

/** What a list can be asked for, by the name of the parameter. */
export type Filters<Row = object> = Readonly<Record<string, Filter<Row>>>;

const valueOf = (row: object, field: string): unknown => row[field as never];

/** Rows with one of the values of a parameter that is repeated for several. */
export const isOneOf =
	(field: string): Filter<object> =>
	(query, parameter) => {
		const wanted: unknown[] = texts(query, parameter);
		return wanted.length === 0 ? undefined : (row) => wanted.includes(valueOf(row, field));
	};

/** Rows with a later, or an earlier time in a field; those without a time are among both. */
export const isAfter = (field: string) => compares(field, (time, bound) => time > bound);
export const isBefore = (field: string) => compares(field, (time, bound) => time < bound);

const compares =
	(field: string, isMeant: (time: number, bound: number) => boolean): Filter<object> =>
	(query, parameter) => {
		const bound = moment(query, parameter);
		if (bound === undefined) return undefined;
		return (row) => {
			const time = valueOf(row, field);
			return typeof time !== 'number' || isMeant(time, bound);
		};
	};

type Of<Row, Value> = (row: Row) => Value | undefined;

/** A test by the value of a parameter; none where it is not given. */
const given =
	<Row>(test: (value: string, parameter: string) => Test<Row>): Filter<Row> =>
	(query, parameter) => {
		const value = text(query, parameter);
		return value === undefined ? undefined : test(value, parameter);
	};

/** Rows that are the same as the query has it: text, a number, `true` or `false`. */
export const same = <Row>(of: Of<Row, string | number | boolean>) =>
	given<Row>((value) => (row) => String(of(row)) === value);

/** The same of a field by its name. */
export const equals = (field: string) => same<object>((row) => valueOf(row, field) as string);

/** Rows with this part of a text, in upper or lower case. */
export const like = <Row>(of: Of<Row, string>) =>
	given<Row>((value) => (row) => (of(row) ?? '').toLowerCase().includes(value.toLowerCase()));

/** Rows of one of several ids, with commas between them. */
export const amongIds = <Row>(of: Of<Row, number>) =>
	given<Row>((value, parameter) => {
		if (!/^\s*\d+\s*(,\s*\d+\s*)*$/.test(value))
			throw failure(400, `Parameter ${parameter} must be ids with commas between them`);
		const ids = new Set(value.split(',').map(Number));
		return (row) => ids.has(of(row) ?? 0);
	});

/** Whether a row is one of those that the query asks for. */
export function testOf<Row extends object>(query: Query, filters: Filters<Row>): Test<Row> {
	const tests = Object.entries(filters).flatMap(([name, filter]) => filter(query, name) ?? []);
	return (row) => tests.every((test) => test(row));
}

/** Whether a row is about one of the devices that a request's device filter means; every row is where it has none. */
export function deviceTest(request: FastifyRequest, state: State): Test<{ deviceId?: number }> {
	const test = filterOf(request, state);
	if (!test) return () => true;
	return ({ deviceId = 0 }) => {
		const device = state.devices.get(deviceId);
		return device !== undefined && test(device);
	};
}

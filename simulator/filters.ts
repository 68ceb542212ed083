import type { FastifyRequest } from 'fastify';
import { filterOf } from './input';
import { moment, type Query, text, texts } from './query';
import type { State } from './state/state';

type Test<Row> = (row: Row) => boolean;

/** Reads one parameter of a query: which rows it asks for, or nothing where it is not given. */
export type Filter<Row> = (query: Query, parameter: string) => Test<Row> | undefined;

/** What a list can be asked for, by the name of the parameter. */
export type Filters<Row = object> = Readonly<Record<string, Filter<Row>>>;

const valueOf = (row: object, field: string): unknown => row[field as never];

/** Rows with this value in a field. */
export const equals =
	(field: string): Filter<object> =>
	(query, parameter) => {
		const wanted = text(query, parameter);
		return wanted === undefined ? undefined : (row) => valueOf(row, field) === wanted;
	};

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

import { randomUUID } from 'node:crypto';
import { integer, type Query, text } from './query';
import { failure } from './refusal';

/** Seconds for which a cursor is kept. */
const cursorLife = 600;
const defaultSize = 1000;
/** A larger pageSize is cut silently. */
const largestPage = 10_000;

/** A report that is being read: rows are made as they are asked for. */
interface Reading {
	rows: Iterator<object>;
	/** Rows given out so far. */
	offset: number;
	expires: number;
}

/**
 * Cursor pages. The cursor's name is the same on every page: it is the server that remembers where the reader is, and
 * `offset` says how many rows came before this page. Past the end pages are empty.
 */
export function createReader(now: () => number) {
	const readings = new Map<string, Reading>();

	/** @param begin gives the rows when there is no cursor yet */
	return (query: Query, begin: () => Iterable<object>) => {
		const name = text(query, 'cursor') ?? randomUUID();
		const reading = text(query, 'cursor') === undefined ? open(begin()) : readings.get(name);
		if (!reading || reading.expires < now()) throw failure(400, `Unknown cursor ${name}`);
		readings.set(name, reading);

		const size = Math.min(integer(query, 'pageSize', { least: 1 }) ?? defaultSize, largestPage);
		const results = next(reading.rows, size);
		const { offset } = reading;
		reading.offset += results.length;
		reading.expires = now() + cursorLife;
		return { cursor: { name, offset, count: results.length, expires: reading.expires }, results };
	};

	function open(rows: Iterable<object>): Reading {
		for (const [name, { expires }] of readings) if (expires < now()) readings.delete(name);
		return { rows: rows[Symbol.iterator](), offset: 0, expires: Infinity };
	}
}

function next(rows: Iterator<object>, size: number): object[] {
	const page: object[] = [];
	while (page.length < size) {
		const { value, done } = rows.next();
		if (done) break;
		page.push(value);
	}
	return page;
}

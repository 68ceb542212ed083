import { type Filters, testOf } from './filters';
import { idPage } from './paging';
import { failure, found } from './refusal';
import type { AnyCall } from './serve';
import type { Table } from './state/table';

type Test<Row> = (row: Row) => boolean;

/** What is particular about records that are created, read, updated, archived and deleted alike. */
export interface CollectionOptions<Row extends { id: number }, Wish, Answer> {
	/** What a refusal calls one of them. */
	name: string;
	table: Table<Row>;
	/** Which rows of the table they are, if not all. */
	where?: Test<Row>;
	/** A record as it is answered. */
	row?: (record: Row, call: AnyCall) => Answer;
	/** Whether lists come in pages by id. */
	paged?: boolean;
	filters?: Filters<Row>;
	/** Whether an archived one is left out of lists that do not ask for it. */
	hidesArchived?: boolean;
	/** What no two of them have in common; nothing where `of` gives nothing. */
	unique?: { of: (record: Row) => string | undefined; message: (record: Row) => string };
	/** The record that a body comes to, or the refusal of it. `before` is the one that it changes. */
	make?: (wish: Wish, before: Row | undefined, call: AnyCall) => Omit<Row, 'id'>;
	archive?: {
		marks: (call: AnyCall) => Partial<Row>;
		isArchived: Test<Row>;
		/** Whether one that is in use cannot be deleted. */
		beforeDelete?: boolean;
	};
	/** What else comes of it. */
	after?: (done: 'CREATED' | 'UPDATED' | 'DELETED', record: Row, call: AnyCall) => void;
}

/** A record to write: a new one, or in the place of one. */
export interface Writing<Row, Wish> {
	wish: Wish;
	before?: Row;
}

/** Handlers of endpoints that do the same with records of any kind. What is asked for several is done for all, or for none. */
export function collection<Row extends { id: number }, Wish = never, Answer extends object = Row>(
	options: CollectionOptions<Row, Wish, Answer>,
) {
	const { name, table, where = () => true, filters = {} } = options;
	const row = options.row ?? ((record) => record as object as Answer);
	const { unique, make, archive, after } = options;

	const get = (id: number) => {
		const record = table.get(id);
		return found(record && where(record) ? record : undefined, name);
	};
	const one = (call: AnyCall) => get(call.id());
	const named = ({ body }: AnyCall) => [...new Set(idsIn(body))].map(get);
	const answer = (records: readonly Row[], call: AnyCall) =>
		records.map((record) => row(record, call));

	/** Refuses records of which two would be alike. */
	function checkUnique(records: readonly Row[]) {
		if (!unique) return;
		const written = new Set(records.map(({ id }) => id));
		const others = table.all().filter(({ id }) => !written.has(id));
		const taken = new Set(others.map(unique.of));
		for (const record of records) {
			const key = unique.of(record);
			if (key !== undefined && taken.has(key)) throw failure(400, unique.message(record));
			taken.add(key);
		}
	}

	function write(writings: ReadonlyArray<Writing<Row, Wish>>, call: AnyCall): Row[] {
		if (!make) throw new Error(`No ${name} can be written`);
		const next = table.nextId();
		const records = writings.map(({ wish, before }, at) => {
			const id = before?.id ?? next + at;
			return Object.assign({ id }, make(wish, before, call), { id }) as Row;
		});
		set(records).forEach((record, at) =>
			after?.(writings[at].before ? 'UPDATED' : 'CREATED', record, call),
		);
		return records;
	}

	function set(records: readonly Row[]) {
		checkUnique(records);
		return records.map((record) => table.set(record));
	}
	/** The first time counts. */
	function archiveAll(records: readonly Row[], call: AnyCall) {
		const marks = archive?.marks(call) ?? {};
		const isMarked = (record: Row) => Object.keys(marks).some((mark) => record[mark as keyof Row]);
		return set(records.map((record) => (isMarked(record) ? record : { ...record, ...marks })));
	}
	function restoreAll(records: readonly Row[], call: AnyCall) {
		const marks = Object.keys(archive?.marks(call) ?? {});
		const none = marks.map((mark) => [mark, mark === 'archived' ? false : undefined]);
		return set(records.map((record) => ({ ...record, ...Object.fromEntries(none) })));
	}

	function deleteAll(records: readonly Row[], call: AnyCall) {
		const inUse = archive?.beforeDelete && records.find((record) => !archive.isArchived(record));
		if (inUse) throw failure(400, `The ${name} ${inUse.id} is not archived`);
		for (const record of records) {
			table.remove(record.id);
			after?.('DELETED', record, call);
		}
	}

	return {
		table,
		one,
		find: get,
		write,
		/** @param also which of them, where that is not in the query */
		list(call: AnyCall, also: Test<Row> = () => true) {
			const test = testOf(call.query, filters);
			const isShown: Test<Row> = (record) =>
				!options.hidesArchived ||
				call.query.includeArchived === 'true' ||
				!archive?.isArchived(record);
			const keep: Test<Row> = (record) =>
				where(record) && also(record) && test(record) && isShown(record);
			const rows = options.paged
				? idPage(table, call.query, keep)
				: table.all().filter((record) => keep(record));
			return answer(rows, call);
		},
		get: (call: AnyCall) => row(one(call), call),
		create: (call: AnyCall) => answer(write([{ wish: call.body as Wish }], call), call)[0],
		createMany: (call: AnyCall) =>
			answer(
				write(
					(call.body as Wish[]).map((wish) => ({ wish })),
					call,
				),
				call,
			),
		update: (call: AnyCall) =>
			answer(write([{ wish: call.body as Wish, before: one(call) }], call), call)[0],
		/** @param idName what names the record in its body */
		updateMany: (idName: string) => (call: AnyCall) => {
			const writings = (call.body as Array<Wish & Record<string, number>>).map(
				({ [idName]: id, ...wish }) => ({ wish: wish as Wish, before: get(id) }),
			);
			return answer(write(writings, call), call);
		},
		delete: (call: AnyCall) => deleteAll([one(call)], call),
		deleteMany: (call: AnyCall) => deleteAll(named(call), call),
		archive: (call: AnyCall) => answer(archiveAll([one(call)], call), call)[0],
		archiveMany: (call: AnyCall) => answer(archiveAll(named(call), call), call),
		restore: (call: AnyCall) => answer(restoreAll([one(call)], call), call)[0],
		restoreMany: (call: AnyCall) => answer(restoreAll(named(call), call), call),
	};
}

/** A body of ids is a list, or an object with nothing but the list. */
const idsIn = (body: unknown): number[] =>
	(Array.isArray(body) ? body : Object.values(body as object)).flat() as number[];

import type { IDataObject } from 'n8n-workflow';
import type { Endpoint } from '../../api/endpoint';
import { asNinjaOneError, NinjaOneError } from '../../api/errors';
import type { Call } from '../../api/request';
import { eachOf } from '../../operations/eachOf';
import { atLeastOne, flag, idList } from '../../operations/fields';
import { operation, type Caller, type Operation } from '../../operations/operation';
import { changedRows } from './answers';

/** How NinjaOne is told to do something with one record or with several; some records know only one of the two. */
export type Order = { endpoints: readonly Endpoint[] } & (
	| { one?: (id: number) => Call; many: (ids: number[]) => Call }
	| { one: (id: number) => Call; many?: undefined }
);

/** Records that go into an archive and come back. */
export interface ArchivedKind {
	/** Lower case and in the singular, such as `knowledge base article`. */
	noun: string;
	/** What the parameter calls one of them, such as `Article`. */
	label: string;
	/** The ID's name in the output, such as `articleId`. */
	idName: string;
	archive: Order;
	restore: Order;
	remove: Order;
	/** What comes out of NinjaOne's answer to archiving and restoring; all of it where left out. */
	show?: (row: IDataObject) => IDataObject;
}

/** The operations archive, restore and delete of a kind of records, each for one or many of them. */
export function archiving(kind: ArchivedKind): Record<'archive' | 'restore' | 'remove', Operation> {
	const { noun } = kind;
	const ids = recordIds(kind.label);
	const bulk = { what: `${noun}s`, count: (values: { ids: number[] }) => values.ids.length };
	const rows = { about: (id: number) => ({ [kind.idName]: id }), show: kind.show };
	return {
		archive: operation({
			name: 'Archive',
			action: `Archive ${noun}s`,
			description: `Put one or more ${noun}s into the archive, from which they can be restored`,
			endpoints: kind.archive.endpoints,
			fields: { ids },
			bulk,
			run: async ({ send }, { ids: given }) => await actOn(send, given, kind.archive, rows),
		}),
		restore: operation({
			name: 'Restore',
			action: `Restore ${noun}s`,
			description: `Bring one or more ${noun}s back from the archive`,
			endpoints: kind.restore.endpoints,
			fields: { ids },
			bulk,
			run: async ({ send }, { ids: given }) => await actOn(send, given, kind.restore, rows),
		}),
		remove: operation({
			name: 'Delete',
			action: `Delete ${noun}s`,
			description: `Delete one or more ${noun}s for good. NinjaOne wants them archived before.`,
			endpoints: [...kind.remove.endpoints, ...kind.archive.endpoints],
			fields: { ids, archiveFirst: archiveFirst(noun) },
			bulk,
			run: async ({ send }, values) => await remove(send, values, kind),
		}),
	};
}

/** IDs of the records to act on: at least one. */
export const recordIds = (label: string) =>
	atLeastOne(
		idList({
			displayName: `${label} IDs`,
			description: 'One or more numeric IDs, comma-separated',
			placeholder: 'e.g. 12,15',
		}),
	);

const archiveFirst = (noun: string) =>
	flag({
		displayName: 'Archive First',
		description: `Whether to archive each ${noun} before it is deleted, for those that are still in use`,
	});

type Send = Caller['send'];

interface Rows {
	about: (id: number) => IDataObject;
	show?: (row: IDataObject) => IDataObject;
}

/** One row for each record: as NinjaOne answers, or its ID where NinjaOne says nothing. */
export async function actOn(
	send: Send,
	ids: number[],
	{ one, many }: Order,
	{ about, show }: Rows,
): Promise<IDataObject[]> {
	if (many === undefined) return await eachOf(ids, about, async (id) => await send(one(id)));
	const order = ids.length === 1 && one ? one(ids[0]) : many(ids);
	const rows = changedRows(await send(order), ids.map(about));
	const isAnswered = (row: IDataObject) => row.success === undefined;
	return rows.map((row) => (show && isAnswered(row) ? { success: true, ...show(row) } : row));
}

async function remove(
	send: Send,
	{ ids, archiveFirst: isToArchive }: { ids: number[]; archiveFirst: boolean },
	{ archive, remove: order, idName, noun }: ArchivedKind,
): Promise<IDataObject[]> {
	const about = (id: number) => ({ [idName]: id });
	if (isToArchive) await actOn(send, ids, archive, { about });
	const telling = isToArchive ? send : sendOr(send, wantsArchive(noun));
	const removed = actOn(telling, ids, order, { about });
	const rows = await (isToArchive ? removed.catch(archivedOnly(noun)) : removed);
	return deletedRows(rows);
}

/** Rows of records that were to be deleted; those that could not be say so by themselves. */
export const deletedRows = (rows: IDataObject[]): IDataObject[] =>
	rows.map((row) => (row.success === true ? { ...row, deleted: true } : row));

const sendOr =
	(send: Send, tell: (error: unknown) => never): Send =>
	async (call) =>
		await send(call).catch(tell);

/** NinjaOne refuses what is not archived, in words that differ from kind to kind. */
const wantsArchive = (noun: string) => (error: unknown) => {
	const { message, status, description } = asNinjaOneError(error);
	if (status !== 400) throw error;
	throw retold(error, `${message}. NinjaOne deletes a ${noun} only after it was archived`, [
		`Turn on "Archive First", or archive the ${noun} before.`,
		description,
	]);
};

/** What has been done already belongs into the message. */
const archivedOnly = (noun: string) => (error: unknown) => {
	const { message, description } = asNinjaOneError(error);
	throw retold(error, `The ${noun}s were archived, but not deleted: ${message}`, [description]);
};

/** The same error in other words; one that is none of NinjaOne's, such as the end of a dry run, stays what it is. */
function retold(error: unknown, message: string, advice: Array<string | undefined>): unknown {
	if (!(error instanceof NinjaOneError)) return error;
	const { status, code, failure } = error;
	const description = advice.filter(Boolean).join(' ');
	return new NinjaOneError(message, { description, status, code, failure });
}

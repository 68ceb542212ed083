import type { IDataObject } from 'n8n-workflow';
import type { Endpoint } from '../../api/endpoint';
import { asNinjaOneError, NinjaOneError } from '../../api/errors';
import { call, type Call } from '../../api/request';
import { eachOf } from '../../operations/eachOf';
import { atLeastOne, flag, idList } from '../../operations/fields';
import { operation, type Caller, type Operation } from '../../operations/operation';
import { changedRows } from './answers';

/** Its path has one name and nothing else to fill. */
type EndpointOfOne = Endpoint<`${string}{${string}}${string}`>;

/** The requests for one record and for several; of some records NinjaOne knows only one of the two. */
type Order =
	| {
			one?: EndpointOfOne;
			bulk: Endpoint;
			/** The body of the bulk request; the IDs alone where it is left out. */
			body?: (ids: number[]) => unknown;
	  }
	| { one: EndpointOfOne; bulk?: undefined };

/** Records that go into an archive and come back. */
interface ArchivedRecords {
	/** Lower case and in the singular, such as `knowledge base article`. */
	noun: string;
	/** What the parameter calls one of them, such as `Article`. */
	label: string;
	/** The ID's name in the output, such as `articleId`. */
	idName: string;
	archive: Order;
	restore: Order;
	delete: Order;
	/** What comes out of NinjaOne's answer to archive and restore; all of it where left out. */
	show?: (row: IDataObject) => IDataObject;
}

/** The operations archive, restore and delete of a type of records, each for one or many of them. */
export function archiveRestoreDelete(
	records: ArchivedRecords,
): Record<'archive' | 'delete' | 'restore', Operation> {
	const { noun } = records;
	const ids = recordIds(records.label);
	const bulk = { what: `${noun}s`, count: (values: { ids: number[] }) => values.ids.length };
	const archiveOrRestore = (name: 'Archive' | 'Restore', description: string, order: Order) =>
		operation({
			name,
			action: `${name} ${noun}s`,
			description,
			endpoints: endpointsOf(order),
			fields: { ids },
			bulk,
			run: async ({ send }, { ids: given }) => await actOn(send, given, order, records),
		});
	return {
		archive: archiveOrRestore(
			'Archive',
			`Put one or more ${noun}s into the archive, from which they can be restored`,
			records.archive,
		),
		delete: operation({
			name: 'Delete',
			action: `Delete ${noun}s`,
			description: `Delete one or more ${noun}s for good. NinjaOne wants them archived before.`,
			endpoints: [...endpointsOf(records.delete), ...endpointsOf(records.archive)],
			fields: { ids, archiveFirst: archiveFirst(noun) },
			bulk,
			run: async ({ send }, { ids: given, archiveFirst: isInUse }) =>
				deletedRows(await (isInUse ? archiveAndDelete : deleteArchived)(send, given, records)),
		}),
		restore: archiveOrRestore(
			'Restore',
			`Bring one or more ${noun}s back from the archive`,
			records.restore,
		),
	};
}

const endpointsOf = ({ one, bulk }: Order): Endpoint[] =>
	[one, bulk].filter((each) => each !== undefined);

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

/** One row for each record: as NinjaOne answers, or its ID where NinjaOne says nothing. */
async function actOn(
	send: Send,
	ids: number[],
	order: Order,
	{ idName, show }: Pick<ArchivedRecords, 'idName' | 'show'>,
): Promise<IDataObject[]> {
	const about = (id: number) => ({ [idName]: id });
	if (order.bulk === undefined) {
		return await eachOf(ids, about, async (id) => await send(callOfOne(order.one, id)));
	}
	const { one, bulk, body = (all: number[]) => all } = order;
	const isOne = one !== undefined && ids.length === 1;
	const answer = await send(isOne ? callOfOne(one, ids[0]) : call(bulk, { body: body(ids) }));
	return changedRows(answer, ids.map(about)).map((row) =>
		show && row.success === undefined ? { success: true, ...show(row) } : row,
	);
}

function callOfOne(endpoint: EndpointOfOne, id: number): Call {
	const [, name] = /\{(\w+)\}/.exec(endpoint.path)!;
	return call(endpoint, { path: { [name]: id } });
}

async function archiveAndDelete(send: Send, ids: number[], records: ArchivedRecords) {
	const { archive, delete: order, idName, noun } = records;
	await actOn(send, ids, archive, { idName });
	return await actOn(send, ids, order, { idName }).catch((error: unknown) => {
		// What has been done already belongs into the message.
		const { message, description } = asNinjaOneError(error);
		const reason = `The ${noun}s were archived, but not deleted: ${message}`;
		throw reworded(error, reason, [description]);
	});
}

async function deleteArchived(send: Send, ids: number[], records: ArchivedRecords) {
	const { delete: order, idName, noun } = records;
	const sendOrExplain: Send = async (call) =>
		await send(call).catch((error: unknown) => {
			throw explained(error, noun);
		});
	return await actOn(sendOrExplain, ids, order, { idName });
}

/** Rows of records that were to be deleted; those that could not be say so by themselves. */
export const deletedRows = (rows: IDataObject[]): IDataObject[] =>
	rows.map((row) => (row.success === true ? { ...row, deleted: true } : row));

/** NinjaOne refuses what is not archived, in words that differ from one type of records to another. */
function explained(error: unknown, noun: string): unknown {
	const { message, status, description } = asNinjaOneError(error);
	if (status !== 400) return error;
	return reworded(error, `${message}. NinjaOne deletes a ${noun} only after it was archived`, [
		`Turn on "Archive First", or archive the ${noun} before.`,
		description,
	]);
}

/** The same error in other words; one that is none of NinjaOne's, such as the end of a dry run, stays what it is. */
function reworded(error: unknown, message: string, advice: Array<string | undefined>): unknown {
	if (!(error instanceof NinjaOneError)) return error;
	const { status, code, failure } = error;
	const description = advice.filter(Boolean).join(' ');
	return new NinjaOneError(message, { description, status, code, failure });
}

import type { IDataObject } from 'n8n-workflow';
import { demandNinjaOneError, type NinjaOneError } from '../api/errors';
import { defaultConcurrency, workThrough } from './pool';

/**
 * Acts on many records for one item, a few at a time. One row for each record says what became of it; a failure does
 * not keep the others from being done.
 * @param about what identifies a record in its row
 * @throws the first error where nothing worked: rows that tell of failures alone may be looked at by nobody
 */
export async function eachOf<Record>(
	records: readonly Record[],
	about: (record: Record) => IDataObject,
	act: (record: Record) => Promise<unknown>,
): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	const failures: NinjaOneError[] = [];
	await workThrough(records.length, defaultConcurrency, async (at) => {
		// Anything else, such as the first request of a dry run, ends the whole.
		const failure = await act(records[at]).then(() => undefined, demandNinjaOneError);
		if (failure) failures.push(failure);
		rows[at] = failure
			? { success: false, ...about(records[at]), error: failure.message }
			: { success: true, ...about(records[at]) };
	});
	if (failures.length > 0 && failures.length === records.length) throw failures[0];
	return rows;
}

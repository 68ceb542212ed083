import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../../api/connection';
import type { OutputForm } from '../../events/item';
import type { Change, ChangeSettings } from './settings';

/** One comparison of a list with what it was before. */
export interface Look<Seen> {
	/** What it can find. */
	changes: readonly Change[];
	/**
	 * @param before what the last look saw; undefined for the first one, which finds nothing
	 * @returns the changes since, and what is to be remembered
	 */
	run(
		connection: Connection,
		settings: ChangeSettings,
		before: Seen | undefined,
		more: { output: OutputForm; warn: (message: string) => void },
	): Promise<{ items: IDataObject[]; seen: Seen }>;
	/** A real example for a test in the editor, where there is one. */
	example(connection: Connection, settings: ChangeSettings): Promise<IDataObject | undefined>;
}

import type { IDataObject } from 'n8n-workflow';
import type { Poll } from '../settings';
import type { Change } from './settings';

/** How a list is compared with what it was at the last look. */
export interface ListComparison<Seen> {
	/** What it can find. */
	changes: readonly Change[];
	/**
	 * @param before what the last look saw; undefined for the first one, which finds nothing
	 * @returns the changes since, and what is to be remembered
	 */
	compare(poll: Poll, before: Seen | undefined): Promise<{ items: IDataObject[]; seen: Seen }>;
	/** A real example for a test in the editor, where there is one. */
	example(poll: Poll): Promise<IDataObject | undefined>;
}

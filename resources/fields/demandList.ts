import type { IDataObject } from 'n8n-workflow';
import { NinjaOneError } from '../../api/errors';

/**
 * A list in a record that is sent back whole. NinjaOne takes away what such a request lacks, so a list that its answer
 * left out is not taken for an empty one.
 * @param what the record, as the message says it
 * @throws NinjaOneError where the answer has no such list
 */
export function demandList(row: IDataObject, name: string, what: string): IDataObject[] {
	if (Array.isArray(row[name])) return row[name] as IDataObject[];
	throw new NinjaOneError(
		`NinjaOne's answer leaves out "${name}" of ${what}, and a change would take away what is there`,
		{ description: 'Nothing was changed. Try again, or change it in NinjaOne itself.' },
	);
}

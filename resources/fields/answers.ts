import type { IDataObject } from 'n8n-workflow';
import { NinjaOneError } from '../../api/errors';
import { isRecord } from '../../api/json';

/**
 * The records that NinjaOne answers a change with; where it says nothing of them, what they are known by.
 * @param about what identifies each record that was to be changed
 * @throws NinjaOneError for an empty list: nothing was carried out then
 */
export function changedRows(answer: unknown, about: IDataObject[]): IDataObject[] {
	if (Array.isArray(answer)) {
		if (answer.length > 0) return answer as IDataObject[];
		throw new NinjaOneError('NinjaOne answered with an empty list, so nothing was carried out', {
			description: 'Check the IDs and values of this node.',
		});
	}
	if (isRecord(answer) && about.length === 1) return [answer];
	return about.map((record) => ({ success: true, ...record }));
}

import type { IDataObject } from 'n8n-workflow';
import { checklistTemplates } from '../../api/endpoints/checklistTemplates';
import { NinjaOneError } from '../../api/errors';
import { call } from '../../api/request';
import type { Caller } from '../../operations/operation';
import { detailFields } from '../fields/checklistDetails';

/** What a template can have besides its name and its tasks. */
export const templateDetails = detailFields(
	'Whether checklists made from the template must be completed',
);

/** One template, archived or not. NinjaOne has no request for it, but a filter by ID. */
export async function readTemplate(caller: Caller, wanted: number): Promise<IDataObject> {
	const query = { checklistTemplateIds: wanted, includeArchived: true };
	const rows = await caller.rows(call(checklistTemplates.list, { query }));
	const found = rows.find(({ id }) => id === wanted);
	if (found) return found;
	throw new NinjaOneError(`NinjaOne has no checklist template with the ID ${wanted}`, {
		description: 'Check the ID. The template may have been deleted.',
		status: 404,
	});
}

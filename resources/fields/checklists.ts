import type { IDataObject } from 'n8n-workflow';
import { checklistTemplates } from '../../api/endpoints/checklistTemplates';
import { checklists } from '../../api/endpoints/checklists';
import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import type { Caller } from '../../operations/operation';
import { idOf, pickedReference, reference, type Reference } from '../../operations/reference';
import { personName } from './personName';
import { organizationPicked } from './records';

/** A checklist by name or ID. Names repeat from organization to organization. */
export const checklistFields = () => ({
	checklistId: reference({
		displayName: 'Checklist',
		description: 'The checklist: picked from the list, or given by its name or ID',
		searchMethod: 'searchChecklists',
		example: '4601',
	}),
	organizationId: organizationPicked(
		'Whose checklist it is, where it is given by a name that several organizations have',
	),
});

/** What an operation that finds a checklist declares. */
export const checklistEndpoints = [checklists.list] as const;

interface GivenChecklist {
	checklistId: Reference;
	organizationId?: number;
}

/** An archived checklist of the same name does not count. */
export async function checklistIdOf(
	caller: Caller,
	{ checklistId, organizationId }: GivenChecklist,
): Promise<number> {
	return await idOf(checklistId, {
		label: 'Checklist',
		rows: async () =>
			await caller.rowsOnce(call(checklists.list, { query: { organizationIds: organizationId } })),
		about: (row) =>
			`organization ${[row.clientName, row.organizationId].filter(Boolean).join(', ')}`,
	});
}

/** A checklist template by name or ID. An operation that has it declares `checklistTemplates`. */
export const checklistTemplateReference = () =>
	reference({
		displayName: 'Template',
		description: 'The checklist template: picked from the list, or given by its name or ID',
		searchMethod: 'searchChecklistTemplates',
		example: '4801',
	});

/** Every template, archived ones too: NinjaOne has no request for a single one. */
const allTemplates = async (caller: Caller): Promise<IDataObject[]> =>
	await caller.rowsOnce(call(checklistTemplates.list, { query: { includeArchived: true } }));

/** An archived template of the same name does not count. */
export const checklistTemplateIdOf = async (
	caller: Caller,
	given: Reference,
	label = 'Template',
): Promise<number> =>
	await idOf(given, {
		label,
		rows: async () => (await allTemplates(caller)).filter(({ archived }) => archived !== true),
	});

/** Someone to whom work is assigned. An operation that has it declares `users`. */
export const assigneeReference = (displayName: string, description: string) =>
	pickedReference(displayName, 'getAssignees', description);

/** A user by name, email address or ID. */
export const userIdOf = async (caller: Caller, given: Reference, label: string): Promise<number> =>
	await idOf(given, {
		label,
		rows: async () => await caller.rowsOnce(call(users.list)),
		names: (row) => [personName(row), row.email],
		about: ({ email }) => email,
	});

import type { IDataObject } from 'n8n-workflow';
import { organizations } from '../../api/endpoints/organizations';
import { checklists } from '../../api/endpoints/checklists';
import { checklistTemplates } from '../../api/endpoints/checklistTemplates';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { tickets } from '../../api/endpoints/tickets';
import { users } from '../../api/endpoints/users';
import type { Rows } from '../../api/list';
import { call } from '../../api/request';
import type { DropDown } from '../../operations/editor/dropDown';
import { orNone } from '../../operations/editor/dropDown';
import type { Field } from '../../operations/field';
import type { Caller } from '../../operations/operation';
import { dropDownOf } from '../../operations/record';
import { isEmpty } from '../../operations/field';
import { idNamed, type Naming } from '../../operations/names';
import { findRecord, recordList } from '../../operations/recordList';
import { idOrName, reference, type Reference } from '../../operations/reference';
import { articleId, readArticles, ownerOf } from './articles';
import { byUid, endUserId, userList, technicianList, managerUid, assigneeId } from './people';
import { organizationId, organizationList } from './organizations';
import { documentTemplateId } from './documentTemplates';
import {
	checklistFields as newChecklistFields,
	checklistTemplateId,
	checklistTemplateList,
} from './checklistLists';
import { formList, statusList } from '../ticket/lists';
import { locationList } from './locations';
import { personName } from './personName';

export const checklistTemplateDrop = checklistTemplateList.dropDown!;
const formDrop = formList.dropDown!;
const statusDrop = statusList.dropDown!;
const technicianDrop = technicianList.dropDown!;
const locationDrop = locationList.dropDown!;
const organizationDrop = organizationList.dropDown!;
const bare = <T, G>({ property, methods, parse }: Field<T, G>): Field<G> => ({
	property,
	methods,
	parse,
});
export async function idOf<Id = number>(
	given: { id: Id } | { name: string },
	{ rows, ...naming }: Naming<Id> & { label: string; rows: () => Promise<IDataObject[]> },
): Promise<Id> {
	return 'id' in given ? given.id : idNamed(await rows(), given.name, naming);
}
export const pickedReference = (
	name: string,
	dropDown: DropDown,
	description = '',
): Field<Reference | undefined> => ({
	...dropDownOf(name, description, orNone(dropDown)),
	parse: (value, { label }) => (isEmpty(value) ? undefined : idOrName(value, label)),
});
export const organizationReference = () => bare(organizationId());
export const organizationIdOf = async (
	caller: Caller,
	given: Reference,
	label = 'Organization',
): Promise<number> => await findRecord(organizationList, given, { rows: caller.rowsOnce, label });
export const locationIdOf = async (
	caller: Caller,
	given: Reference,
	organizationId: number,
	label = 'Location',
): Promise<number> =>
	await findRecord(
		recordList(call(organizations.locations, { path: { id: organizationId } })),
		given,
		{ rows: caller.rowsOnce, label },
	);
export const documentTemplateReference = () => bare(documentTemplateId());
export const documentTemplateIdOf = async (given: Reference, rows: Rows): Promise<number> =>
	await idOf(given, {
		label: 'Template',
		rows: async () =>
			(await rows(call(documentTemplates.list))).filter(({ archived }) => archived !== true),
	});
export const ticketFormIdOf = async (
	given: Reference,
	rows: Rows,
	label = 'Form Name or ID',
): Promise<number> =>
	await idOf(given, {
		label,
		rows: async () => (await rows(call(tickets.forms))).filter(({ active }) => active !== false),
	});
export { statusDrop, technicianDrop, locationDrop, organizationDrop, formDrop };
export const ticketFormReference = () =>
	pickedReference('Form', formDrop, 'The form that decides which fields a ticket has');
export const endUserReference = () => bare(endUserId());
export const endUserIdOf = async (caller: Caller, given: Reference): Promise<number> =>
	await endUserId().lookUp!.resolve(given, {
		rows: caller.rowsOnce,
		label: 'End User',
		values: {},
	});
export const manager = () => bare(managerUid());
export const managerUidOf = async (
	caller: Caller,
	given: Reference | undefined,
): Promise<string | undefined> =>
	given &&
	(await findRecord(userList, given, { rows: caller.rowsOnce, label: 'Manager Name or ID' }));
export const namesOfPerson = (row: IDataObject) => [personName(row), row.email, row.uid];
export const uidOfPerson = async (
	given: Reference,
	label: string,
	rows: () => Promise<IDataObject[]>,
): Promise<string> =>
	await findRecord({ ...byUid, endpoints: [], read: rows }, given, { rows, label } as never);
export const checklistFields = () => ({
	...newChecklistFields(),
	checklistId: bare(newChecklistFields().checklistId),
});
export const checklistEndpoints = [checklists.list] as const;
export const checklistIdOf = async (
	caller: Caller,
	{ checklistId, organizationId }: { checklistId: Reference; organizationId?: number },
): Promise<number> =>
	await newChecklistFields().checklistId.lookUp!.resolve(checklistId, {
		rows: caller.rowsOnce,
		label: 'Checklist',
		values: { organizationId },
	});
export const checklistTemplateReference = () => bare(checklistTemplateId());
export const checklistTemplateIdOf = async (
	caller: Caller,
	given: Reference,
	label = 'Template',
): Promise<number> =>
	await checklistTemplateId().lookUp!.resolve(given, { rows: caller.rowsOnce, label, values: {} });
export const assigneeReference = (name: string, description: string) =>
	bare(assigneeId(name, description));
export const userIdOf = async (caller: Caller, given: Reference, label: string): Promise<number> =>
	(await assigneeId('', '').lookUp!.resolve(given, {
		rows: caller.rowsOnce,
		label,
		values: {},
	})) as number;
export const articleReference = () => bare(articleId());
export const allArticles = async (caller: Caller): Promise<IDataObject[]> =>
	await readArticles(caller.rowsOnce);
export const articleIdOf = async (caller: Caller, given: Reference): Promise<number> =>
	await articleId().lookUp!.resolve(given, { rows: caller.rowsOnce, label: 'Article', values: {} });
export { ownerOf, reference, checklistTemplates, users };

import type { IDataObject } from 'n8n-workflow';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { organizations } from '../../api/endpoints/organizations';
import { tickets } from '../../api/endpoints/tickets';
import type { Rows } from '../../api/list';
import { call } from '../../api/request';
import type { Caller } from '../../operations/operation';
import { idOf, pickedReference, reference, type Reference } from '../../operations/reference';

/** An organization by name or ID. An operation that has it declares `organizations`. */
export const organizationReference = () =>
	reference({
		displayName: 'Organization',
		description: 'The organization: picked from the list, or given by its name or ID',
		searchMethod: 'searchOrganizations',
		example: '12',
	});

export const organizationIdOf = async (
	caller: Caller,
	given: Reference,
	label = 'Organization',
): Promise<number> =>
	await idOf(given, {
		label,
		rows: async () => await caller.rowsOnce(call(organizations.list)),
	});

/** A location by name within its organization, or by ID. Needs `organizationLocations`. */
export const locationIdOf = async (
	caller: Caller,
	given: Reference,
	organizationId: number,
	label = 'Location',
): Promise<number> =>
	await idOf(given, {
		label,
		rows: async () =>
			await caller.rowsOnce(call(organizations.locations, { path: { id: organizationId } })),
	});

/** A document template by name or ID. Needs `documentTemplates`. */
export const documentTemplateReference = () =>
	reference({
		displayName: 'Template',
		description: 'The document template: picked from the list, or given by its name or ID',
		searchMethod: 'searchDocumentTemplates',
		example: '5',
	});

/** An archived template of the same name does not count. */
export const documentTemplateIdOf = async (given: Reference, rows: Rows): Promise<number> =>
	await idOf(given, {
		label: 'Template',
		rows: async () =>
			(await rows(call(documentTemplates.list))).filter(({ archived }) => archived !== true),
	});

/** A ticket form by name or ID. Needs `ticketForms`. */
export const ticketFormReference = () =>
	pickedReference('Form', 'getTicketForms', 'The form that decides which fields a ticket has');

export const ticketFormIdOf = async (
	given: Reference,
	rows: Rows,
	label = 'Form Name or ID',
): Promise<number> => await idOf(given, { label, rows: async () => await activeForms(rows) });

/** Forms that are in use. */
export const activeForms = async (rows: Rows): Promise<IDataObject[]> =>
	(await rows(call(tickets.forms))).filter(({ active }) => active !== false);

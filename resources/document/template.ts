import type { IDataObject } from 'n8n-workflow';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { templateDefinitions, type FieldDefinition } from '../../api/typedFields/definition';
import type { Caller } from '../../operations/operation';

/** What has to be known of a template to write documents of it, and to read them. */
export interface Template {
	id: number;
	name: string;
	/** An organization has one document of it at most. */
	isSingle: boolean;
	archived: boolean;
	fields: FieldDefinition[];
}

const templateFrom = (row: IDataObject, id: number): Template => ({
	id,
	name: String(row.name),
	isSingle: row.allowMultiple === false,
	archived: row.archived === true,
	fields: templateDefinitions(row),
});

/** All templates, archived ones too. Each list and each template is read once for all items of an execution. */
const allTemplates = async (caller: Caller): Promise<IDataObject[]> =>
	await caller.rowsOnce(call(documentTemplates.list));

/** A template with its fields. */
export const templateOf = async (caller: Caller, documentTemplateId: number): Promise<Template> =>
	await caller.shared(`document template ${documentTemplateId}`, async () => {
		const path = { documentTemplateId };
		const row = await caller.send(call(documentTemplates.get, { path }));
		return templateFrom(row, documentTemplateId);
	});

/** A template to make documents from. */
export const usableTemplateOf = async (caller: Caller, id: number): Promise<Template> =>
	usable(await templateOf(caller, id));

/** The same out of the list of all: one request, however many templates are meant. */
export async function listedTemplateOf(caller: Caller, id: number): Promise<Template> {
	const row = (await allTemplates(caller)).find((each) => each.id === id);
	if (row) return usable(templateFrom(row, id));
	throw inputError('Template', `is ${id}, and NinjaOne has no such template`);
}

/** @throws NinjaOneError where no documents can be made from it any more */
function usable(template: Template): Template {
	if (!template.archived) return template;
	throw inputError(
		'Template',
		`is "${template.name}", which is archived`,
		'Restore it, or choose another one. Nothing was sent.',
	);
}

/** Fields by the template's ID. */
export async function fieldsByTemplate(caller: Caller): Promise<Map<unknown, FieldDefinition[]>> {
	const rows = await allTemplates(caller);
	return new Map(rows.map((row) => [row.id, templateDefinitions(row)]));
}

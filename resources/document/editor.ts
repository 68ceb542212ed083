import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { documents } from '../../api/endpoints/documents';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { organizations } from '../../api/endpoints/organizations';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';
import { send } from '../../api/send';
import { templateDefinitions, type FieldDefinition } from '../../api/typedFields/definition';
import { chosen } from '../../operations/editor/chosen';
import { optionsFrom, type DropDown } from '../../operations/editor/dropDown';
import { pick, type ListPicker } from '../../operations/editor/search';
import { mapper } from '../../operations/mapper';
import { findRecord } from '../../operations/recordList';
import { fieldOptions } from '../fields/customFieldNames';
import { documentTemplateId, documentTemplateList } from '../fields/documentTemplates';
import { mapperForm } from '../fields/mapperForm';

/** Documents in use, of the template that is chosen in the node if there is one. */
export const documentPicker: ListPicker = {
	method: 'searchDocuments',
	async search(connection, filter, token, context) {
		const owners = new Map(
			(await rowsFor(connection)(call(organizations.list))).map(({ id, name }) => [
				id,
				String(name ?? id),
			]),
		);
		const query = { templateIds: chosenTemplateId(context) };
		const item = documentItem((id) => owners.get(id as number) ?? `organization ${String(id)}`);
		return await pick(connection, call(documents.list, { query }), item, filter, token);
	},
};

/** Documents of one name differ in their organization: a search finds both. */
const documentItem =
	(organizationOf: (id: unknown) => string) =>
	({ documentId, documentName, documentTemplateName, organizationId }: IDataObject) => {
		const id = `ID ${String(documentId)}`;
		const organization = organizationId === undefined ? undefined : organizationOf(organizationId);
		return {
			name: `${String(documentName ?? id)} (${organization ?? '?'})`,
			value: documentId as number,
			description: [organization, documentTemplateName, id].filter(Boolean).join(', '),
		};
	};

/** The template, where it was picked or given by its ID; not every operation has one. */
function chosenTemplateId(context: ILoadOptionsFunctions): number | undefined {
	const given = context.getCurrentNodeParameter('templateId') as { value?: unknown } | undefined;
	const id = Number(given?.value);
	return Number.isInteger(id) && id > 0 ? id : undefined;
}

/** Fields of the template that is chosen in the node. */
async function chosenTemplateFields(
	connection: Connection,
	context: ILoadOptionsFunctions,
): Promise<FieldDefinition[]> {
	const field = documentTemplateId();
	const given = chosen(context, { name: 'templateId', field, what: 'a template' });
	const documentTemplate = await findRecord(documentTemplateList, given, {
		rows: rowsFor(connection),
		label: field.property.displayName,
	});
	const path = { documentTemplateId: documentTemplate };
	const template = await send(connection, call(documentTemplates.get, { path }));
	return templateDefinitions(template);
}

/** Some of the fields of the template that is chosen in the node. */
const templateFieldNames = (
	method: string,
	isMeant: (field: FieldDefinition) => boolean,
): DropDown => ({
	method,
	load: optionsFrom(async (_, { connection, context }) =>
		fieldOptions((await chosenTemplateFields(connection, context)).filter(isMeant)),
	),
});

export const allTemplateFields = templateFieldNames('getTemplateFieldNames', () => true);
export const clearableTemplateFields = templateFieldNames(
	'getClearableTemplateFields',
	({ writable, required }) => writable && !required,
);

/**
 * The form over the template's fields.
 * @param isNew whether required fields are asked for; a change leaves them to the user
 */
export const templateValues = (isNew: boolean) =>
	mapper({
		displayName: 'Fields',
		description:
			'Values for the fields of the template. Options are given by their labels, several ones comma-separated, dates as ISO 8601, and files by the names of their binary fields.',
		method: isNew ? 'getTemplateFields' : 'getChangeableTemplateFields',
		load: mapperForm(chosenTemplateFields, { isNew, none: 'The template has no fields.' }),
		dependsOn: ['templateId.value'],
	});

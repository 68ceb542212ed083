import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { documents } from '../../api/endpoints/documents';
import { organizations } from '../../api/endpoints/organizations';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';
import { send } from '../../api/send';
import { templateDefinitions, type FieldDefinition } from '../../api/typedFields/definition';
import { documentTemplateIdOf, documentTemplateReference } from '../fields/references';
import { chosen } from './chosen';
import { dropDown, option, sorted, type LoadOptions } from './dropDowns';
import { inEditor } from './inEditor';
import { pick, type Search } from './pickers';

const isInUse = ({ archived }: IDataObject) => archived !== true;

const templateItem = ({ id, name, allowMultiple }: IDataObject): INodeListSearchItems => ({
	name: String(name ?? id),
	value: id as number,
	description: `${allowMultiple === false ? 'One per organization' : 'Several per organization'}, ID ${String(id)}`,
});

/** Templates in use. */
export const searchDocumentTemplates: Search = async (connection, filter, token) =>
	await pick(connection, call(documentTemplates.list), templateItem, filter, token, isInUse);

/** Documents in use, of the template that is chosen in the node if there is one. */
export const searchDocuments: Search = async (connection, filter, token, context) => {
	const owners = new Map(
		(await rowsFor(connection)(call(organizations.list))).map(({ id, name }) => [
			id,
			String(name ?? id),
		]),
	);
	const query = { templateIds: chosenTemplateId(context) };
	const item = documentItem((id) => owners.get(id as number) ?? `organization ${String(id)}`);
	return await pick(connection, call(documents.list, { query }), item, filter, token);
};

/** Documents of one name are told apart by their organization: a search finds both. */
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

/** Templates in use, for filters. */
export const getDocumentTemplates = dropDown(async (read) =>
	sorted((await read(call(documentTemplates.list))).filter(isInUse).map(option)),
);

/** Some of the fields of the template that is chosen in the node. */
const templateFieldNames = (isMeant: (field: FieldDefinition) => boolean): LoadOptions =>
	async function () {
		return await inEditor(this, async (connection) =>
			sorted((await chosenTemplateFields(connection, this)).filter(isMeant).map(fieldOption)),
		);
	};

/** Fields of the template that is chosen in the node. */
export async function chosenTemplateFields(
	connection: Connection,
	context: ILoadOptionsFunctions,
): Promise<FieldDefinition[]> {
	const field = documentTemplateReference();
	const given = chosen(context, { name: 'templateId', field, what: 'a template' });
	const documentTemplateId = await documentTemplateIdOf(given, rowsFor(connection));
	const path = { documentTemplateId };
	const template = await send(connection, call(documentTemplates.get, { path }));
	return templateDefinitions(template as IDataObject);
}

const fieldOption = ({ name, label, type }: FieldDefinition): INodePropertyOptions => ({
	name: label,
	value: name,
	description: `${name}, ${type}`,
});

export const getTemplateFieldNames = templateFieldNames(() => true);
export const getClearableTemplateFields = templateFieldNames(
	({ writable, required }) => writable && !required,
);

import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { call } from '../../api/request';
import { sorted } from '../../operations/editor/dropDown';
import { record, recordChoice } from '../../operations/record';
import { recordList } from '../../operations/recordList';
import { recordChoices } from '../../operations/records';

/** Templates in use: an archived one of the same name does not count. */
export const documentTemplateList = recordList(call(documentTemplates.list), {
	searchMethod: 'searchDocumentTemplates',
	optionsMethod: 'getDocumentTemplates',
	options: (templates) => sorted(templates.map(({ name, value }) => ({ name, value }))),
	keep: ({ archived }) => archived !== true,
	item: ({ id, name, allowMultiple }) => ({
		name: String(name ?? id),
		value: id as number,
		description: `${allowMultiple === false ? 'One per organization' : 'Several per organization'}, ID ${String(id)}`,
	}),
});

/** A document template by name or ID. */
export const documentTemplateId = () =>
	record(
		{
			displayName: 'Template',
			description: 'The document template: picked from the list, or given by its name or ID',
			example: '5',
		},
		documentTemplateList,
	);

export const documentTemplateChoice = (description: string) =>
	recordChoice('Template', documentTemplateList, description);
export const documentTemplateChoices = () => recordChoices('Template', documentTemplateList);

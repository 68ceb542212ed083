import type { IDataObject } from 'n8n-workflow';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { call } from '../../api/request';
import { record, recordChoice } from '../../operations/record';
import { recordList } from '../../operations/recordList';
import { recordChoices } from '../../operations/records';

/** Whether a template is in use: an archived one of the same name does not count. */
const isInUse = ({ archived }: IDataObject) => archived !== true;

export const documentTemplateList = recordList(call(documentTemplates.list), {
	searchMethod: 'searchDocumentTemplates',
	keep: isInUse,
	item: ({ id, name, allowMultiple }) => ({
		name: String(name ?? id),
		value: id as number,
		description: `${allowMultiple === false ? 'One per organization' : 'Several per organization'}, ID ${String(id)}`,
	}),
});

const templateNames = recordList(call(documentTemplates.list), {
	optionsMethod: 'getDocumentTemplates',
	keep: isInUse,
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
	recordChoice('Template', templateNames, description);
export const documentTemplateChoices = () => recordChoices('Template', templateNames);

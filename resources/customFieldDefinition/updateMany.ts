import type { IDataObject } from 'n8n-workflow';
import { customFields as customFieldEndpoints } from '../../api/endpoints/customFields';
import { call } from '../../api/request';
import { jsonList } from '../../operations/json';
import { operation } from '../../operations/operation';
import { plainText } from '../../operations/plainText';
import { changedRows } from '../fields/answers';
import { demandKeys } from './createMany';
import { hintAtGroup, presentDefinition } from './merge';

const example = '[{"fieldName": "ownerDepartment", "label": "Department"}]';

export const updateMany = operation({
	name: 'Update Many',
	action: 'Update many custom field definitions',
	description:
		'Change many definitions of custom fields in one request: all of them, or none where one is refused. What is not named stays as it is.',
	endpoints: [customFieldEndpoints.get, customFieldEndpoints.updateBulk],
	fields: {
		definitions: jsonList(
			{
				displayName: 'Definitions',
				description:
					"A JSON list of changes in NinjaOne's terms; each needs the fieldName and what is to change",
			},
			example,
		),
	},
	bulk: { what: 'custom fields', count: ({ definitions }) => definitions.length },
	async run(caller, { definitions }) {
		demandKeys('Definitions', definitions, ['fieldName'], example);
		const customFields: IDataObject[] = [];
		for (const change of definitions) {
			const present = await presentDefinition(caller, plainText(change.fieldName, 'fieldName'));
			const content = { ...(present.content as IDataObject), ...(change.content as IDataObject) };
			customFields.push({ ...present, ...change, content } as IDataObject);
		}
		const body = { customFields };
		hintAtGroup(caller, customFields);
		return changedRows(await caller.send(call(customFieldEndpoints.updateBulk, { body })), []);
	},
});

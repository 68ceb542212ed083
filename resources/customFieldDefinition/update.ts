import type { IDataObject } from 'n8n-workflow';
import { customFields } from '../../api/endpoints/customFields';
import { call } from '../../api/request';
import { changes } from '../../operations/collection';
import { operation } from '../../operations/operation';
import { changedDetails, definitionName, detailsBody } from './fields';
import { hintAtGroup, presentDefinition } from './merge';

export const update = operation({
	name: 'Update',
	action: 'Update custom field definition',
	description: 'Change the definition of a custom field; what is not changed stays as it is',
	endpoints: [customFields.get, customFields.update],
	fields: {
		fieldName: definitionName(),
		updateFields: changes(
			{ displayName: 'Update Fields', placeholder: 'Add field' },
			changedDetails,
		),
	},
	async run(caller, { fieldName, updateFields }) {
		const present = await presentDefinition(caller, fieldName);
		const body = { ...present, ...detailsBody(updateFields, present.content as IDataObject) };
		const path = { fieldName };
		hintAtGroup(caller, [body]);
		const updated = await caller.send(call(customFields.update, { path, body }));
		return [updated as IDataObject];
	},
});

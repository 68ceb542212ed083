import type { IDataObject } from 'n8n-workflow';
import { customFields as endpoints } from '../../api/endpoints/customFields';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { atLeastOne, textsList } from '../../operations/fields';
import { jsonList } from '../../operations/json';
import { operation } from '../../operations/operation';
import { plainText } from '../../operations/plainText';
import { changedRows } from '../fields/answers';
import { hintAtGroup, presentDefinition } from './merge';

const newExample =
	'[{"label": "Owner department", "fieldName": "ownerDepartment", "type": "TEXT"}]';
const changeExample = '[{"fieldName": "ownerDepartment", "label": "Department"}]';

/** Many definitions in one request: all of them, or none. */
export const bulk = {
	createMany: operation({
		name: 'Create Many',
		action: 'Create many custom field definitions',
		description:
			'Define many custom fields in one request: all of them, or none where one is refused',
		endpoints: [endpoints.createBulk],
		fields: {
			definitions: jsonList(
				{
					displayName: 'Definitions',
					description:
						"A JSON list of definitions in NinjaOne's terms; each needs at least a label, a fieldName and a type",
				},
				newExample,
			),
		},
		bulk: { what: 'custom fields', count: ({ definitions }) => definitions.length },
		async run(caller, { definitions }) {
			demandKeys('Definitions', definitions, ['label', 'fieldName', 'type'], newExample);
			const body = { customFields: definitions };
			return changedRows(await caller.send(call(endpoints.createBulk, { body })), []);
		},
	}),

	deleteMany: operation({
		name: 'Delete Many',
		action: 'Delete many custom field definitions',
		description:
			'Delete custom fields together with their values on all records: all of them, or none where one is refused; nothing brings them back',
		endpoints: [endpoints.deleteBulk],
		fields: {
			fieldNames: atLeastOne(
				textsList({
					displayName: 'Field Names',
					description: 'The machine names of the fields, comma-separated',
					placeholder: 'e.g. ownerDepartment,assetColor',
				}),
			),
		},
		bulk: { what: 'custom fields', count: ({ fieldNames }) => fieldNames.length },
		async run(caller, { fieldNames }) {
			await caller.send(
				call(endpoints.deleteBulk, { query: { fieldNames: fieldNames.join(',') } }),
			);
			return fieldNames.map((fieldName) => ({ success: true, deleted: true, fieldName }));
		},
	}),

	updateMany: operation({
		name: 'Update Many',
		action: 'Update many custom field definitions',
		description:
			'Change many definitions of custom fields in one request: all of them, or none where one is refused. What is not named stays as it is.',
		endpoints: [endpoints.get, endpoints.updateBulk],
		fields: {
			definitions: jsonList(
				{
					displayName: 'Definitions',
					description:
						"A JSON list of changes in NinjaOne's terms; each needs the fieldName and what is to change",
				},
				changeExample,
			),
		},
		bulk: { what: 'custom fields', count: ({ definitions }) => definitions.length },
		async run(caller, { definitions }) {
			demandKeys('Definitions', definitions, ['fieldName'], changeExample);
			const customFields: IDataObject[] = [];
			for (const change of definitions) {
				const present = await presentDefinition(caller, plainText(change.fieldName, 'fieldName'));
				const content = { ...(present.content as IDataObject), ...(change.content as IDataObject) };
				customFields.push({ ...present, ...change, content } as IDataObject);
			}
			const body = { customFields };
			hintAtGroup(caller, customFields);
			return changedRows(await caller.send(call(endpoints.updateBulk, { body })), []);
		},
	}),
};

/** Every entry of a list must have these; a list without entries is a mistake. */
function demandKeys(
	label: string,
	list: ReadonlyArray<Record<string, unknown>>,
	keys: string[],
	example: string,
): void {
	if (list.length === 0) throw inputError(label, 'is empty', `Write it like ${example}.`);
	list.forEach((entry, at) => {
		const missing = keys.filter((key) => !entry[key]);
		if (missing.length === 0) return;
		throw inputError(
			label,
			`lacks ${missing.join(', ')} in entry ${at + 1}, so nothing was sent to NinjaOne`,
			`Write it like ${example}.`,
		);
	});
}

import { customFields } from '../../api/endpoints/customFields';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { jsonList } from '../../operations/json';
import { operation } from '../../operations/operation';
import { changedRows } from '../fields/answers';

const example = '[{"label": "Owner department", "fieldName": "ownerDepartment", "type": "TEXT"}]';

export const createMany = operation({
	name: 'Create Many',
	action: 'Create many custom field definitions',
	description:
		'Define many custom fields in one request: all of them, or none where one is refused',
	endpoints: [customFields.createBulk],
	fields: {
		definitions: jsonList(
			{
				displayName: 'Definitions',
				description:
					"A JSON list of definitions in NinjaOne's terms; each needs at least a label, a fieldName and a type",
			},
			example,
		),
	},
	bulk: { what: 'custom fields', count: ({ definitions }) => definitions.length },
	async run(caller, { definitions }) {
		demandKeys('Definitions', definitions, ['label', 'fieldName', 'type'], example);
		const body = { customFields: definitions };
		return changedRows(await caller.send(call(customFields.createBulk, { body })), []);
	},
});

/** Every entry of a list must have these; a list without entries is a mistake. */
export function demandKeys(
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

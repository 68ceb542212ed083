import type { IDataObject } from 'n8n-workflow';
import { defined } from '../../api/defined';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { collection, type Added } from '../../operations/collection';
import { mayBeNone } from '../../operations/field';
import { optionalText } from '../../operations/fields';
import { operation, type Caller } from '../../operations/operation';
import { textChoices } from '../../operations/textChoices';
import { allTemplateFields } from '../document/editor';
import { demandList } from '../fields/demandList';
import { documentTemplateId } from '../fields/documentTemplates';
import { changedItems, templateItems, type ItemChanges } from './items';
import { templateSettings } from './settings';

const updateFields = {
	...templateSettings,
	name: optionalText({
		displayName: 'Name',
		description: 'What the template is called from now on',
	}),
};

export const update = operation({
	name: 'Update',
	action: 'Update document template',
	description:
		'Change a document template and its fields. Fields that are not named here stay as they are.',
	endpoints: [documentTemplates.get, documentTemplates.update],
	fields: {
		templateId: documentTemplateId(),
		add: templateItems(
			'Fields to Add',
			'New fields, put behind the others. Unless they say otherwise they are of type TEXT, and the API may read and write them',
		),
		replace: templateItems(
			'Fields to Replace',
			'Fields that are there, by fieldName. What is given takes the place of what was, the rest of the field stays; a list of options is the whole list',
		),
		remove: mayBeNone(
			textChoices({
				displayName: 'Remove Field Names or IDs',
				dropDown: allTemplateFields,
				description: 'Fields to take away, with their values in all documents',
			}),
		),
		updateFields: collection(
			{ displayName: 'Update Fields', placeholder: 'Add field' },
			updateFields,
		),
	},
	async run(caller, { templateId: id, updateFields: settings, ...items }) {
		refuseNothing(settings, items);
		const change = async () => await changeTemplate(caller, id, settings, items);
		return [await caller.inSequence(`document template ${id}`, change)];
	},
});

function refuseNothing(settings: object, { add, replace, remove }: ItemChanges): void {
	const isSet = Object.values(settings).some((value) => value !== undefined);
	if (isSet || add.length + replace.length + remove.length > 0) return;
	throw inputError(
		'Update Fields',
		'has no field to change',
		'Add at least one field to it, or add, replace or remove a field of the template.',
	);
}

/** Reads the template and sends it back whole: what the request lacks, NinjaOne takes away. */
async function changeTemplate(
	caller: Caller,
	documentTemplateId: number,
	settings: Added<typeof updateFields>,
	changes: ItemChanges,
): Promise<IDataObject> {
	const path = { documentTemplateId };
	const query = { includeTechnicianRoles: true };
	const row = await caller.send(call(documentTemplates.get, { path, query }));
	const { name, description, mandatory, availableToAllTechnicians, allowedTechnicianRoles } = row;
	const items = demandList(row, 'fields', `document template ${documentTemplateId}`);
	const body = {
		name,
		description,
		mandatory,
		availableToAllTechnicians,
		allowedTechnicianRoles,
		// A setting that was added and left empty changes nothing.
		...defined(settings),
		fields: await changedItems(items, changes),
	};
	return await caller.send(call(documentTemplates.update, { path, body }));
}

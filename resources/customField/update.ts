import { mapperForm } from '../fields/mapperForm';
import { rowsFor } from '../../api/list';
import { definitionEndpoints, readDefinitions } from '../../api/typedFields/readDefinitions';
import { clearableFields } from '../fields/customFieldNames';
import { textChoices } from '../../operations/textChoices';
import { mayBeNone } from '../../operations/field';
import { mapper } from '../../operations/mapper';
import { operation } from '../../operations/operation';
import { encodeChanges } from '../fields/fieldValues';
import { uploadEndpoints, withFiles } from '../fields/attachmentValues';
import { entityFields, findEntity, writingEndpoints } from './entity';
import { definitionsFor } from './values';

/** Values for fields, and fields to empty. */
export const changeFields = () => ({
	values: mapper({
		displayName: 'Fields to Set',
		description:
			'Fields without a value here stay as they are. Options are given by their labels, several ones comma-separated, and files by the names of their binary fields.',
		method: 'getCustomFields',
		load: mapperForm(
			async (connection, context) => {
				const scope = String(context.getNodeParameter('entityType'));
				const all = await readDefinitions(rowsFor(connection));
				return all.filter(({ scopes }) => scopes.includes(scope));
			},
			{ isNew: false, none: 'NinjaOne has no custom fields for this.' },
		),
		dependsOn: ['entityType'],
	}),
	clearFields: mayBeNone(
		textChoices({
			displayName: 'Clear Field Names or IDs',
			dropDown: clearableFields,
			description: 'Fields whose values to remove',
		}),
	),
});

export const update = operation({
	name: 'Update',
	action: 'Update custom fields',
	description:
		'Set custom fields of a device, organization, location or end user, from a form or from the columns of the input items; other fields stay as they are',
	endpoints: [...writingEndpoints, ...uploadEndpoints, ...definitionEndpoints],
	fields: { ...entityFields(), ...changeFields() },
	async run(caller, { values, clearFields, ...given }) {
		const definitions = await definitionsFor(caller, given.entityType);
		const encoded = encodeChanges(definitions, values, clearFields, 'Fields to Set');
		const entity = await findEntity(caller, given);
		const fields = await withFiles(caller, entity.type, encoded.fields);
		await caller.send(entity.write(fields, encoded.secrets));
		return [
			{
				success: true,
				entityType: entity.type,
				...entity.ids,
				updated: Object.keys(encoded.fields),
				...(encoded.ignored.length > 0 ? { ignoredColumns: encoded.ignored } : {}),
			},
		];
	},
});

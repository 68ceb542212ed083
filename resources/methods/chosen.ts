import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { inputError } from '../../api/errors';
import type { Field } from '../../operations/field';
import { deviceLocator } from '../fields/locators';

/**
 * What is chosen in a parameter of the node being edited, read as the operations read it.
 * @param what a word for it, for messages
 * @throws NinjaOneError where there is nothing yet, or where an expression has no value in the editor
 */
export const chosen = <T>(
	context: ILoadOptionsFunctions,
	{ name, field, what }: { name: string; field: Field<T>; what: string },
): T =>
	field.parse(valueInEditor(context, name, field.property.displayName, what), {
		label: field.property.displayName,
		timezone: context.getTimezone(),
	});

/** An expression over input items throws while there are none. */
function valueInEditor(
	context: ILoadOptionsFunctions,
	name: string,
	label: string,
	what: string,
): unknown {
	try {
		return context.getNodeParameter(name, '');
	} catch {
		throw inputError(
			label,
			'has an expression without a value here, so nothing can be listed for it',
			`Run the nodes before this one, choose ${what}, or give a name or ID instead of choosing from the list.`,
		);
	}
}

/** The device that is chosen: from the list, by ID, by URL. */
export const chosenDevice = (context: ILoadOptionsFunctions): number =>
	chosen(context, { name: 'deviceId', field: deviceLocator(), what: 'a device' });

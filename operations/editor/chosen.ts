import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { inputError } from '../../api/errors';
import type { Field } from '../field';

/**
 * What is chosen in a parameter of the node being edited, read as the operations read it.
 * @param what a word for it, for messages
 * @throws NinjaOneError where there is nothing yet, or where an expression has no value in the editor
 */
export function chosen<T, Given>(
	context: ILoadOptionsFunctions,
	{ name, field, what }: { name: string; field: Field<T, Given>; what: string },
): Given {
	const label = field.property.displayName;
	return field.parse(valueInEditor(), { label, timezone: context.getTimezone() });

	/** An expression over input items throws while there are none. */
	function valueInEditor(): unknown {
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
}

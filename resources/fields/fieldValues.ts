import { inputError } from '../../api/errors';
import type { FieldDefinition } from '../../api/typedFields/definition';
import { encodeValues, type EncodedValues, type GivenValues } from '../../api/typedFields/values';
import { authorFlag, choice } from '../../operations/fields';

/**
 * Values for a change, checked and in NinjaOne's form.
 * @param label of the parameter that maps them
 * @throws NinjaOneError that tells every problem; where nothing is left to change, too
 */
export function encodeChanges(
	definitions: readonly FieldDefinition[],
	given: GivenValues,
	clear: readonly string[],
	label: string,
): EncodedValues {
	const encoded = encodeValues(definitions, given, clear);
	if (Object.keys(encoded.fields).length > 0) return encoded;
	const columns = encoded.ignored.length > 0 ? ` (columns: ${encoded.ignored.join(', ')})` : '';
	throw inputError(
		label,
		`${given.from === 'columns' ? 'finds no column that is a writable field' : 'has no field to change'}${columns}, so nothing was sent`,
		given.from === 'columns'
			? 'Name the columns like the fields: by their labels or by their names.'
			: 'Give at least one field a value.',
	);
}

/** Whether secrets come out; the author of the workflow alone can say so. */
export const reveal = () =>
	authorFlag({
		displayName: 'Reveal Secure Values',
		description:
			'Whether to return the values of secure fields and TOTP secrets, under secureValues. n8n hides them in saved executions; whatever follows in the workflow sees them.',
	});

/** Where secrets come out: n8n hides what is under this name (sensitiveOutputFields). */
export const secureKey = 'secureValues';

/** How values come out. */
export const valueForm = () =>
	choice({ displayName: 'Values', description: 'How values are written' }, [
		{
			name: 'Readable',
			value: 'readable',
			description: 'Options by their labels, dates and times as ISO 8601',
		},
		{
			name: 'Raw',
			value: 'raw',
			description: 'As NinjaOne sends them: options by their IDs, times in epoch milliseconds',
		},
	]);

import type { IExecuteFunctions } from 'n8n-workflow';
import type { Field, Fields } from './field';
import type { Values } from './operation';

/**
 * Reads and checks the parameters of one item. A field whose condition is not met reads as undefined.
 * @throws NinjaOneError with the parameter's display name
 */
export function readFields(context: IExecuteFunctions, item: number, fields: Fields): Values {
	const timezone = context.getTimezone();
	const values: Values = {};
	for (const [name, field] of Object.entries(fields)) {
		if (!applies(field, values)) continue;
		const value = context.getNodeParameter(name, item, field.property.default);
		values[name] = field.parse(value, { label: field.property.displayName, timezone });
	}
	return values;
}

/** A condition looks at fields that come before, as they were read. */
function applies({ when }: Field<unknown>, values: Values): boolean {
	return Object.entries(when ?? {}).every(([name, accepted]) =>
		(accepted as unknown[]).includes(values[name]),
	);
}

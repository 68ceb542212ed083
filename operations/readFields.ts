import type {
	IExecuteFunctions,
	IHookFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { inputError } from '../api/errors';
import { applies, type Fields, type ValuesOf } from './field';
import type { Values } from './operation';

/**
 * Reads and checks the parameters of one item. A field whose condition is not met reads as undefined.
 * @throws NinjaOneError with the parameter's display name
 */
export function readFields(context: IExecuteFunctions, item: number, fields: Fields): Values {
	const timezone = context.getTimezone();
	const input = context.getInputData()[item]?.json;
	const values: Values = {};
	for (const [name, field] of Object.entries(fields)) {
		if (!applies(field, values)) continue;
		const label = field.property.displayName;
		if (field.authorOnly) refuseExpression(context, name, label);
		const value = context.getNodeParameter(name, item, field.property.default);
		values[name] = field.parse(value, { label, timezone, input });
	}
	return values;
}

/**
 * Reads and checks the parameters of a node without input items.
 * @throws NinjaOneError with the parameter's display name
 */
export function readParameters<F extends Fields>(
	context: IHookFunctions | IPollFunctions | IWebhookFunctions,
	fields: F,
): ValuesOf<F> {
	const timezone = context.getTimezone();
	const values: Values = {};
	for (const [name, field] of Object.entries(fields)) {
		if (!applies(field, values)) continue;
		const { property, parse, authorOnly } = field;
		const label = property.displayName;
		if (authorOnly) refuseExpression(context, name, label);
		values[name] = parse(context.getNodeParameter(name, property.default), { label, timezone });
	}
	return values as ValuesOf<F>;
}

/**
 * What an AI agent fills in reaches a node as an expression ($fromAI), like what comes from items. n8n takes the "="
 * from an expression where none is allowed and so leaves text: text of any kind is not what a switch in the node gives.
 */
function refuseExpression(
	context: Pick<IExecuteFunctions, 'getNode'>,
	name: string,
	label: string,
): void {
	const written = context.getNode().parameters[name];
	if (typeof written !== 'string') return;
	throw inputError(
		label,
		'cannot be set by an expression or an AI agent, so nothing was sent to NinjaOne',
		'Switch it on or off in the node.',
	);
}

import type {
	IExecuteFunctions,
	IHookFunctions,
	IPollFunctions,
	IWebhookFunctions,
	NodeParameterValueType,
} from 'n8n-workflow';
import type { Effect } from '../api/endpoint';
import type { Rows } from '../api/list';
import { refuseExpression } from './authorOnly';
import {
	applies,
	type Field,
	type Fields,
	type GivenOf,
	type ReadingContext,
	type Values,
	type ValuesOf,
} from './field';
import { lookUpIn } from './lookUp';
import { demandResult } from './written';

/**
 * Reads and checks the parameters of one item. A field whose condition is not met reads as undefined.
 * @param effect of the operation: filters of a change are held more strictly
 * @throws NinjaOneError with the parameter's display name
 */
export function readFields(
	context: IExecuteFunctions,
	item: number,
	fields: Fields,
	effect: Effect = 'read',
): Values {
	const about = {
		timezone: context.getTimezone(),
		input: context.getInputData()[item]?.json,
		isChange: effect !== 'read',
	};
	return readEach(context, fields, about, ({ name, standard }) =>
		context.getNodeParameter(name, item, standard),
	);
}

/**
 * Reads and checks the parameters of a node without input items, and looks names up in them.
 * @param rows reads a list; not asked where no name was given
 * @throws NinjaOneError with the parameter's display name
 */
export async function readParameters<F extends Fields>(
	context: ParametersContext,
	fields: F,
	rows: Rows,
): Promise<ValuesOf<F>> {
	const given = readGiven(context, fields);
	const found = (await lookUpIn(fields)?.resolve(given, { rows })) ?? given;
	return found as ValuesOf<F>;
}

/** The same for parameters without names, or before they are looked up. */
export function readGiven<F extends Fields>(context: ParametersContext, fields: F): GivenOf<F> {
	const about = { timezone: context.getTimezone() };
	return readEach(context, fields, about, ({ name, standard }) =>
		context.getNodeParameter(name, standard),
	) as GivenOf<F>;
}

type ParametersContext = IHookFunctions | IPollFunctions | IWebhookFunctions;

function readEach(
	context: Pick<IExecuteFunctions, 'getNode'>,
	fields: Fields,
	about: Omit<ReadingContext, 'label'>,
	valueOf: (parameter: { name: string; standard: NodeParameterValueType }) => unknown,
): Values {
	const written = context.getNode().parameters;
	const values: Values = {};
	for (const [name, field] of Object.entries(fields)) {
		if (!applies(field, values)) continue;
		const { displayName, default: standard } = field.property;
		if (field.authorOnly) refuseExpression(written[name], displayName);
		const value = valueOf({ name, standard });
		values[name] = readField(field, value, { ...about, written: written[name] });
	}
	return values;
}

/** Reads one value under the field's own name, once it is certain that its expression gave one. */
export function readField<T, Given>(
	field: Field<T, Given>,
	value: unknown,
	about: Omit<ReadingContext, 'label'>,
): Given {
	const context = { ...about, label: field.property.displayName };
	demandResult(field, value, context);
	return field.parse(value, context);
}

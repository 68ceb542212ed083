import type { IDataObject } from 'n8n-workflow';
import { inputError } from '../api/errors';
import type { GivenValues } from '../api/typedFields/values';
import type { ResourceMapping } from './editor/methods';
import { isEmpty, type Field, type FieldProperty } from './field';
import { cameOutEmpty, gaveNothing } from './written';

interface MapperLook extends Pick<FieldProperty, 'displayName' | 'description'> {
	/** n8n's name for the method that knows the fields, and the method. */
	method: string;
	load: ResourceMapping;
	/** Parameters whose change makes other fields; a dotted path inside a locator. */
	dependsOn: string[];
}

/**
 * n8n's resource mapper: a form whose fields come from NinjaOne, or the columns of the input items. n8n's own checks
 * of the values are not used, since they know nothing of NinjaOne's types.
 */
export function mapper({
	displayName,
	description,
	method,
	load,
	dependsOn,
}: MapperLook): Field<GivenValues> {
	return {
		property: {
			displayName,
			...(description && { description }),
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'defineBelow', value: null },
			typeOptions: {
				loadOptionsDependsOn: dependsOn,
				resourceMapper: {
					resourceMapperMethod: method,
					mode: 'add',
					valuesLabel: displayName,
					fieldWords: { singular: 'field', plural: 'fields' },
					// The method itself says why there are none.
					hideNoDataError: true,
					addAllFields: true,
					supportAutoMap: true,
				},
			},
		},
		methods: { resourceMapping: { [method]: load } },
		parse(value, { label, timezone, written, input = {} }) {
			const { mappingMode, value: given } = (value ?? {}) as IDataObject;
			if (mappingMode === 'autoMapInputData') {
				return { values: withValues(input), from: 'columns', timezone };
			}
			if (typeof (given ?? {}) !== 'object' || Array.isArray(given)) {
				throw inputError(label, 'is not a set of fields', 'Map its fields one by one.');
			}
			demandResults(given, (written as IDataObject | undefined)?.value, label);
			return { values: withValues((given ?? {}) as IDataObject), from: 'fields', timezone };
		},
	};
}

/** A field whose expression gave nothing is not one that nobody has filled in. */
function demandResults(given: unknown, written: unknown, label: string): void {
	const source = (written ?? {}) as IDataObject;
	const values = (given ?? {}) as IDataObject;
	if (gaveNothing(given, written)) throw cameOutEmpty(label);
	const empty = Object.keys(values).filter((name) => gaveNothing(values[name], source[name]));
	if (empty.length === 0) return;
	throw inputError(
		label,
		`has expressions that came out empty (${empty.join(', ')}), so nothing was sent`,
		'A field that some items lack stays as it is where the expression gives a blank text, such as {{ $json.name ?? "" }}.',
	);
}

/** The editor keeps null for fields that nobody has filled in; an empty cell of a sheet says as little. */
export const withValues = (values: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));

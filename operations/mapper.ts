import type { IDataObject } from 'n8n-workflow';
import { inputError } from '../api/errors';
import type { GivenValues } from '../api/typedFields/values';
import { isEmpty, type Field, type FieldProperty } from './field';

interface MapperLook extends Pick<FieldProperty, 'displayName' | 'description'> {
	/** The resource mapping method that knows the fields. */
	method: string;
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
	dependsOn,
}: MapperLook): Field<GivenValues> {
	return {
		property: {
			displayName,
			...(description ? { description } : {}),
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
		parse(value, { label, timezone, input = {} }) {
			const { mappingMode, value: given } = (value ?? {}) as IDataObject;
			if (mappingMode === 'autoMapInputData') {
				return { values: withValues(input), from: 'columns', timezone };
			}
			if (typeof (given ?? {}) !== 'object') {
				throw inputError(label, 'is not a set of fields', 'Map its fields one by one.');
			}
			return { values: withValues((given ?? {}) as IDataObject), from: 'fields', timezone };
		},
	};
}

/** The editor keeps null for fields that nobody has filled in; an empty cell of a sheet says as little. */
export const withValues = (values: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));

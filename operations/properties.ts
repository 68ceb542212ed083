import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from './field';
import type { Operation, Resources } from './operation';
import { servedOnce, type OperationParameters } from './servedOnce';
import { standardFields } from './standardFields';

/** The node's parameters: resource, operation, and the fields of every operation. */
export function properties(resources: Resources): INodeProperties[] {
	const entries = Object.entries(resources);
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: entries
				.map(([value, { name, description }]) => ({ name, value, description }))
				.sort(byName),
			default: 'device' in resources ? 'device' : entries[0][0],
		},
		...entries.map(([resource, { operations }]) => operationChoice(resource, operations)),
		...servedOnce(operationParameters(resources)),
	];
}

function operationChoice(
	resource: string,
	operations: Readonly<Record<string, Operation>>,
): INodeProperties {
	const options = Object.entries(operations)
		.map(([value, { name, action, description }]) => ({ name, value, action, description }))
		.sort(byName);
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options,
		default: 'getMany' in operations ? 'getMany' : options[0].value,
	};
}

/** Every operation with its parameters, in the order in which n8n shows them. */
export const operationParameters = (resources: Resources): OperationParameters[] =>
	Object.entries(resources).flatMap(([resource, { operations }]) =>
		Object.entries(operations).map(([operation, value]) => ({
			resource,
			operation,
			parameters: parametersOf(allFields(value)).sort((a, b) => place(a) - place(b)),
		})),
	);

/** Parameters, wherever they are shown. */
export const parametersOf = (fields: Fields): INodeProperties[] =>
	Object.entries(fields).map(
		([
			name,
			{
				property: { displayName, ...rest },
				when,
			},
		]) => ({
			displayName,
			name,
			...rest,
			...(when && { displayOptions: { show: { ...when } } }),
		}),
	);

/** All fields of an operation, the standard ones last. */
export const allFields = (operation: Operation): Fields => ({
	...operation.fields,
	...standardFields(operation),
});

/** n8n's order: what is acted on, then how much of it, then filters and other collections, Options last. */
const howMuch = ['returnAll', 'limit', 'output', 'outputFields'];

function place({ name, type }: INodeProperties): number {
	if (name === 'options') return 10;
	if (type === 'collection') return 9;
	return howMuch.indexOf(name) + 1;
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

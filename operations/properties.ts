import type { INodeProperties } from 'n8n-workflow';
import type { Field, Fields } from './field';
import type { Operation, Resources } from './operation';
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
		...entries.flatMap(([resource, { operations }]) => [
			operationChoice(resource, operations),
			...operationFields(resource, operations),
		]),
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

interface ShownField {
	name: string;
	field: Field<unknown>;
	operations: string[];
}

/** Each field once, shown for all the operations that have it in the same form: descriptions stay small. */
function operationFields(
	resource: string,
	operations: Readonly<Record<string, Operation>>,
): INodeProperties[] {
	const shown = new Map<string, ShownField>();
	const orders = Object.entries(operations).map(([operation, value]) =>
		Object.entries(allFields(value)).map(([name, field]) => {
			const form = JSON.stringify([name, field.property, field.when]);
			const entry = shown.get(form) ?? { name, field, operations: [] };
			shown.set(form, entry);
			entry.operations.push(operation);
			return form;
		}),
	);
	return inOneOrder(orders)
		.map((form) => shown.get(form)!)
		.map(({ field: { property, when }, name, operations }): INodeProperties => {
			const { displayName, ...rest } = property;
			const show = { resource: [resource], operation: operations, ...when };
			return { displayName, name, ...rest, displayOptions: { show } };
		})
		.sort((a, b) => place(a) - place(b));
}

/** One order in which each of several lists keeps its own, as far as they do not contradict each other. */
function inOneOrder(lists: readonly string[][]): string[] {
	const waiting = new Set(lists.flat());
	const placed: string[] = [];
	const isFree = (entry: string) =>
		lists.every((list) => {
			const at = list.indexOf(entry);
			return at < 0 || !list.slice(0, at).some((before) => waiting.has(before));
		});
	while (waiting.size > 0) {
		const next = [...waiting].find(isFree) ?? [...waiting][0];
		waiting.delete(next);
		placed.push(next);
	}
	return placed;
}

/** Parameters of a node that has no operations. */
export const parametersOf = (fields: Fields): INodeProperties[] =>
	Object.entries(fields).map(([name, { property, when }]) => {
		const { displayName, ...rest } = property;
		return {
			displayName,
			name,
			...rest,
			...(when ? { displayOptions: { show: { ...when } } } : {}),
		};
	});

/** All fields of an operation, its own first. */
export function allFields(operation: Operation): Fields {
	return { ...operation.fields, ...standardFields(operation) };
}

/** n8n's order: what is acted on, then how much of it, then filters and other collections, Options last. */
const howMuch = ['returnAll', 'limit', 'output', 'outputFields'];

function place({ name, type }: INodeProperties): number {
	if (name === 'options') return 10;
	if (type === 'collection') return 9;
	return howMuch.indexOf(name) + 1;
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

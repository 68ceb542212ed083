import type { INodeProperties } from 'n8n-workflow';

/** An operation of a resource, as n8n's display options name it. */
interface Place {
	readonly resource: string;
	readonly operation: string;
}

/** An operation with its parameters, in the order in which n8n shows them. */
export interface OperationParameters extends Place {
	readonly parameters: readonly INodeProperties[];
}

/**
 * The parameters of all operations as one list, in which each operation finds its own in their order. Parameters of one
 * form are there once for all operations that have them: editors download the list with every node.
 */
export function servedOnce(operations: readonly OperationParameters[]): INodeProperties[] {
	return inOneOrder(operations).flatMap(({ parameter, places }) => {
		const { displayOptions, ...rest } = parameter;
		return areasOf(places, operations).map((area) => {
			const show = { ...conditions(area, operations), ...displayOptions?.show };
			return { ...rest, displayOptions: { show } as INodeProperties['displayOptions'] };
		});
	});
}

interface Shared {
	readonly parameter: INodeProperties;
	readonly places: readonly Place[];
}

interface Queue {
	readonly place: Place;
	readonly parameters: INodeProperties[];
}

/**
 * Merges the operations' parameters: again and again takes one that is the next of all operations that still have it.
 * Where there is none, since two operations have the same parameters in another order, it takes one for some of them.
 */
function inOneOrder(operations: readonly OperationParameters[]): Shared[] {
	const queues = withOneOfEachForm(operations);
	const waiting = counted(queues.flatMap(({ parameters }) => parameters));
	const merged: Shared[] = [];
	for (;;) {
		const parameter = nextOf(queues, waiting);
		if (!parameter) return merged;
		const having = queues.filter(({ parameters }) => parameters[0] === parameter);
		merged.push({ parameter, places: having.map(({ place }) => place) });
		waiting.set(parameter, waiting.get(parameter)! - having.length);
		for (const { parameters } of having) parameters.shift();
	}
}

/** The same parameters, those of one form being one object. */
function withOneOfEachForm(operations: readonly OperationParameters[]): Queue[] {
	const known = new Map<string, INodeProperties>();
	const firstLike = (parameter: INodeProperties) => {
		const form = JSON.stringify(parameter);
		const first = known.get(form) ?? parameter;
		known.set(form, first);
		return first;
	};
	return operations.map(({ resource, operation, parameters }) => ({
		place: { resource, operation },
		parameters: parameters.map(firstLike),
	}));
}

/** The parameter to take next; undefined at the end. */
function nextOf(queues: readonly Queue[], waiting: ReadonlyMap<INodeProperties, number>) {
	const first = new Map<INodeProperties, number>();
	for (const { parameters } of queues) {
		if (parameters.length > 0) first.set(parameters[0], (first.get(parameters[0]) ?? 0) + 1);
	}
	const candidates = [...first];
	const free = candidates.find(([parameter, count]) => count === waiting.get(parameter));
	const [next] = free ?? candidates.sort(([, a], [, b]) => b - a)[0] ?? [];
	return next;
}

function counted<T>(values: readonly T[]): Map<T, number> {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

/** Every combination of these resources and operations, as far as it exists. */
interface Area {
	readonly resource: readonly string[];
	readonly operation: readonly string[];
}

/**
 * As few areas as it takes to have each of the places in one, and no operation in any that is not among them. A resource
 * is in one of them with all its places.
 */
function areasOf(places: readonly Place[], all: readonly Place[]): Area[] {
	const wanted = new Set(places.map(keyOf));
	const isWithin = (area: Area) =>
		all.every((place) => !covers(area, place) || wanted.has(keyOf(place)));
	const areas: Area[] = [];
	for (const resource of new Set(places.map((place) => place.resource))) {
		const ofResource = places.filter((place) => place.resource === resource);
		const alone = { resource: [resource], operation: ofResource.map(({ operation }) => operation) };
		const at = areas.findIndex((area) => isWithin(union(area, alone)));
		if (at < 0) areas.push(alone);
		else areas[at] = union(areas[at], alone);
	}
	return areas;
}

const union = (a: Area, b: Area): Area => ({
	resource: [...new Set([...a.resource, ...b.resource])],
	operation: [...new Set([...a.operation, ...b.operation])],
});

/**
 * The conditions of an area, without the operation where it is every one of its resources. The resource stays: where an
 * expression stands for the operation, n8n shows all parameters that its other conditions allow, and wants their values.
 */
function conditions(area: Area, all: readonly Place[]): Partial<Area> {
	const { resource, operation } = area;
	const ofResources = all.filter((place) => resource.includes(place.resource));
	const isWhole = ofResources.every((place) => covers(area, place));
	return isWhole ? { resource } : { resource, operation };
}

const covers = (area: Area, { resource, operation }: Place) =>
	area.resource.includes(resource) && area.operation.includes(operation);

const keyOf = ({ resource, operation }: Place) => `${resource}.${operation}`;

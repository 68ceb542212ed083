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

/** Every combination of these resources and operations; without one of the two, it is any. */
interface Area {
	readonly resource?: readonly string[];
	readonly operation?: readonly string[];
}

/**
 * The parameters of all operations as one list, in which each operation finds its own in their order. Parameters of one
 * form are there once for all operations that have them: editors download the list with every node.
 */
export function servedOnce(operations: readonly OperationParameters[]): INodeProperties[] {
	return inOneOrder(operations).flatMap(({ parameter, places }) => {
		const { displayOptions, ...rest } = parameter;
		return areasOf(places, operations).map((area) => {
			const show = { ...shortest(area, operations), ...displayOptions?.show };
			return Object.keys(show).length > 0
				? { ...rest, displayOptions: { show } as INodeProperties['displayOptions'] }
				: rest;
		});
	});
}

interface Shared {
	readonly parameter: INodeProperties;
	readonly places: readonly Place[];
}

/**
 * Merges the operations' parameters: again and again takes one that is the next of all operations that still have it.
 * Where there is none, since two operations have the same parameters in another order, it takes one for some of them.
 */
function inOneOrder(operations: readonly OperationParameters[]): Shared[] {
	const queues = operations.map(({ parameters, ...place }) => ({
		place,
		forms: parameters.map((parameter) => ({ parameter, form: JSON.stringify(parameter) })),
	}));
	const waiting = new Map<string, number>();
	for (const { form } of queues.flatMap(({ forms }) => forms)) {
		waiting.set(form, (waiting.get(form) ?? 0) + 1);
	}
	const merged: Shared[] = [];
	for (;;) {
		const next = nextOf(queues, waiting);
		if (!next) return merged;
		const having = queues.filter(({ forms }) => forms[0]?.form === next);
		merged.push({
			parameter: having[0].forms[0].parameter,
			places: having.map(({ place }) => place),
		});
		waiting.set(next, waiting.get(next)! - having.length);
		for (const { forms } of having) forms.shift();
	}
}

type Queue = { readonly forms: ReadonlyArray<{ readonly form: string }> };

/** The form that comes next; undefined at the end. */
function nextOf(queues: readonly Queue[], waiting: ReadonlyMap<string, number>) {
	const first = new Map<string, number>();
	for (const { forms } of queues) {
		if (forms.length > 0) first.set(forms[0].form, (first.get(forms[0].form) ?? 0) + 1);
	}
	const all = [...first];
	const [next] = all.find(([form, count]) => count === waiting.get(form)) ??
		all.sort(([, a], [, b]) => b - a)[0] ?? [undefined];
	return next;
}

type Exact = Required<Area>;

/**
 * As few areas as it takes to have each of the places in one, and no operation in any that is not among them. A resource
 * is in one of them with all its places.
 */
function areasOf(places: readonly Place[], all: readonly Place[]): Exact[] {
	const wanted = new Set(places.map(keyOf));
	const isWithin = (area: Exact) =>
		all.every((place) => !covers(area, place) || wanted.has(keyOf(place)));
	const areas: Exact[] = [];
	for (const resource of new Set(places.map((place) => place.resource))) {
		const operation = places
			.filter((place) => place.resource === resource)
			.map((place) => place.operation);
		const alone = { resource: [resource], operation };
		const at = areas.findIndex((area) => isWithin(union(area, alone)));
		if (at < 0) areas.push(alone);
		else areas[at] = union(areas[at], alone);
	}
	return areas;
}

const union = (a: Exact, b: Exact): Exact => ({
	resource: [...new Set([...a.resource, ...b.resource])],
	operation: [...new Set([...a.operation, ...b.operation])],
});

/** The same area with a condition less, where n8n shows the same by it. */
function shortest({ resource, operation }: Exact, all: readonly Place[]): Area {
	const count = (area: Area) => all.filter((place) => covers(area, place)).length;
	const size = count({ resource, operation });
	return [{}, { resource }, { operation }, { resource, operation }]
		.filter((area) => count(area) === size)
		.sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length)[0];
}

const covers = (area: Area, { resource, operation }: Place) =>
	(area.resource?.includes(resource) ?? true) && (area.operation?.includes(operation) ?? true);

const keyOf = ({ resource, operation }: Place) => `${resource}.${operation}`;

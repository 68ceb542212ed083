import type { Effect, Endpoint, Method } from '../api/endpoint';
import type { Resources } from './operation';

/** One operation as the documentation and other tools see it. */
export interface CatalogEntry {
	resource: string;
	operation: string;
	name: string;
	description: string;
	effect: Effect;
	/** `any`, or `user` where a signed-in technician is needed. */
	grant: 'any' | 'user';
	requests: Array<{ method: Method; path: string }>;
}

/** Lists every operation with every request template that it can send. */
export function catalog(resources: Resources): CatalogEntry[] {
	return Object.entries(resources).flatMap(([resource, { operations }]) =>
		Object.entries(operations).map(([operation, value]) => ({
			resource,
			operation,
			name: value.name,
			description: value.description,
			effect: value.effect,
			grant: value.grant ?? ('any' as const),
			requests: templates(value.endpoints),
		})),
	);
}

/** Each method and path once; a list that is read in two ways has one template. */
function templates(endpoints: readonly Endpoint[]): CatalogEntry['requests'] {
	const named = endpoints.map(
		({ method, path }) => [`${method} ${path}`, { method, path }] as const,
	);
	return [...new Map(named).values()];
}

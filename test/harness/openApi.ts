import { createHash } from 'node:crypto';
import type { Taken, Takes } from './takes';

export interface Schema {
	$ref?: string;
	type?: string;
	properties?: Record<string, Schema>;
	additionalProperties?: unknown;
	items?: Schema;
	allOf?: Schema[];
}

interface Parameter {
	$ref?: string;
	name: string;
	in: string;
}

interface Operation {
	parameters?: Parameter[];
	requestBody?: { $ref?: string; content?: Record<string, { schema?: Schema }> };
}

/** An OpenAPI file, parsed, with its references still in it. */
export interface OpenApi {
	components?: unknown;
	info?: { version?: string };
	paths?: Record<string, Record<string, unknown> & { parameters?: Parameter[] }>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** A table of names that stands for an OpenAPI file where the file itself is not at hand. */
export interface TakesFile {
	source: { version?: string; sha256: string };
	takes: Takes;
}

/** The same digest whether the file is YAML or JSON. */
export const takesFile = (file: OpenApi): TakesFile => ({
	source: {
		version: file.info?.version,
		sha256: createHash('sha256').update(JSON.stringify(file)).digest('hex'),
	},
	takes: takesOf(file),
});

/** Derives from an OpenAPI file what each endpoint takes; endpoints that take nothing are left out. */
export function takesOf(file: OpenApi): Takes {
	const entries = Object.entries(file.paths ?? {}).flatMap(([path, item]) =>
		methods
			.filter((method) => item[method] !== undefined)
			.map((method): [string, Taken] => [
				`${method.toUpperCase()} ${path}`,
				taken(file, item[method] as Operation, item.parameters),
			]),
	);
	const some = entries.filter(([, { query, body }]) => query.length + body.length > 0);
	return Object.fromEntries(some.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function taken(file: OpenApi, operation: Operation, shared: Parameter[] = []): Taken {
	const parameters = [...shared, ...(operation.parameters ?? [])].map((each) =>
		resolved(file, each),
	);
	const content = resolved(file, operation.requestBody ?? {}).content ?? {};
	const body = Object.values(content).flatMap(({ schema }) => properties(file, schema));
	const query = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
	return { query: [...new Set(query)].sort(), body: [...new Set(body)].sort() };
}

/**
 * Paths of all properties of a schema. A type inside itself is entered once. A file in a form has no properties that
 * anybody sends, although the file describes the class of NinjaOne's server that holds it.
 */
function properties(file: OpenApi, given: Schema = {}, path = '', above: string[] = []): string[] {
	if (given.$ref !== undefined && above.includes(given.$ref)) return [];
	const inside = given.$ref === undefined ? above : [...above, given.$ref];
	const { allOf = [], items, properties: own = {} } = resolved(file, given);
	if ('formDataContentDisposition' in own) return [];
	return [
		...allOf.flatMap((part) => properties(file, part, path, inside)),
		...(items ? properties(file, items, `${path}[]`, inside) : []),
		...Object.entries(own).flatMap(([name, schema]) => {
			const at = path === '' ? name : `${path}.${name}`;
			return [at, ...properties(file, schema, at, inside)];
		}),
	];
}

/** What a reference such as `#/components/schemas/Device` leads to. */
function resolved<Value extends { $ref?: string }>(file: OpenApi, value: Value): Value {
	if (value.$ref === undefined) return value;
	const steps = value.$ref.replace(/^#\//, '').split('/');
	const found = steps.reduce<unknown>(
		(place, step) => (place as Record<string, unknown> | undefined)?.[step],
		file,
	);
	return resolved(file, (found ?? {}) as Value);
}

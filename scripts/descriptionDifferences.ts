import {
	NodeHelpers,
	type IDisplayOptions,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';

/** A node or a credential, as its class makes it. */
export interface Described {
	description?: { properties: INodeProperties[] };
	properties?: INodeProperties[];
	methods?: Readonly<Record<string, object>>;
}

/** A choice of resource and operation, by which n8n shows parameters. */
type Choice = Readonly<Record<'resource' | 'operation', string>>;
type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type JsonObject = Record<string, Json>;

/** What is to be compared, by its name: JSON, parameters by theirs. */
type Views = ReadonlyMap<string, JsonObject>;

/**
 * How two states of a node or credential differ for who uses it, in lines; none where they do not. A node with
 * resources and operations is compared operation by operation, so that it makes no difference which of them share a
 * parameter in the description; everything else is compared as a whole.
 */
export function differences(before: Described, after: Described): string[] {
	const [left, right] = [before, after].map(viewsOf);
	const places = [...new Set([...left.keys(), ...right.keys()])];
	const found = new Map<string, string[]>();
	for (const place of places) {
		for (const line of viewDifferences(left.get(place), right.get(place))) {
			found.set(line, [...(found.get(line) ?? []), place]);
		}
	}
	return [
		...[...found].map(([line, where]) => `${inPlaces(where)}: ${line}`),
		...missingMethods(after).map((name) => `methods: ${name} is named and not there`),
	];
}

/** As many as fit on a line. */
const mostPlaces = 4;

function inPlaces(where: readonly string[]): string {
	const more = where.length - mostPlaces;
	const listed = where.slice(0, mostPlaces).join(', ');
	return more > 0 ? `${listed} and ${more} more` : listed;
}

function viewDifferences(before?: JsonObject, after?: JsonObject): string[] {
	if (!before || !after) return [before ? 'only before' : 'only after'];
	return deepDifferences(before, after);
}

/** Every operation with its parameters in order, and what is beside them. */
function viewsOf(described: Described): Views {
	const { properties, ...rest } = described.description ?? { properties: described.properties };
	const other = described.description ? rest : { ...described, properties: undefined };
	const views = new Map([['all', jsonOf(other) as JsonObject]]);
	const choices = choicesIn(properties ?? []);
	if (choices.length === 0) views.set('parameters', byName(properties ?? []));
	for (const choice of choices) {
		const parameters = shownFor(properties ?? [], choice) as INodeProperties[];
		const reachable = parameters.map((parameter) => onOffered(parameter, parameters));
		views.set(`${choice.resource}.${choice.operation}`, byName(reachable));
	}
	return views;
}

const optionsOf = (property?: INodeProperties) =>
	(property?.options ?? []) as INodePropertyOptions[];

/** Every resource with every operation that can be chosen for it. */
function choicesIn(properties: readonly INodeProperties[]): Choice[] {
	const named = (name: string) => properties.filter((property) => property.name === name);
	return optionsOf(named('resource')[0]).flatMap(({ value }) => {
		const resource = String(value);
		return named('operation')
			.filter((property) => isShown(property, { resource, operation: '' }))
			.flatMap(optionsOf)
			.map((option) => ({ resource, operation: String(option.value) }));
	});
}

/** Names of the parameters that decide, at the top and inside collections. */
const deciding = ['resource', 'operation', '/resource', '/operation'];

function part(options: IDisplayOptions, isWanted: (name: string) => boolean): IDisplayOptions {
	const of = (rules: IDisplayOptions['show']) =>
		Object.fromEntries(Object.entries(rules ?? {}).filter(([name]) => isWanted(name)));
	return { show: of(options.show), hide: of(options.hide) };
}

/** Whether n8n shows it for the choice, as far as that decides. */
function isShown({ displayOptions }: { displayOptions?: IDisplayOptions }, choice: Choice) {
	if (!displayOptions) return true;
	const decided = part(displayOptions, (name) => deciding.includes(name));
	return NodeHelpers.displayParameter(
		choice,
		{ displayOptions: decided } as INodeProperties,
		null,
		null,
	);
}

/** What n8n shows for the choice, at any depth; what is left of display options depends on other parameters. */
function shownFor(value: unknown, choice: Choice): unknown {
	if (Array.isArray(value)) {
		return value
			.filter((each) => !isObject(each) || isShown(each, choice))
			.map((each) => shownFor(each, choice));
	}
	if (!isObject(value)) return value;
	const { displayOptions, ...rest } = value as { displayOptions?: IDisplayOptions };
	const left = displayOptions && part(displayOptions, (name) => !deciding.includes(name));
	const remains = Object.values(left ?? {}).some((rules) => Object.keys(rules).length > 0);
	const shown = Object.entries(rest).map(([name, each]) => [name, shownFor(each, choice)]);
	return { ...Object.fromEntries(shown), ...(remains ? { displayOptions: left } : {}) };
}

/** Its conditions without the values that the parameters in question do not offer: nobody can choose them. */
function onOffered(parameter: INodeProperties, shown: readonly INodeProperties[]): INodeProperties {
	if (!parameter.displayOptions) return parameter;
	const offered = (rules: IDisplayOptions['show'] = {}) =>
		Object.entries(rules).map(([name, values]) => {
			const decisive = shown.find((each) => each.name === name);
			if (decisive?.type !== 'options') return [name, values];
			const known = optionsOf(decisive).map(({ value }) => value);
			return [name, values?.filter((value) => isObject(value) || known.includes(value as string))];
		});
	const { show, hide } = parameter.displayOptions;
	const displayOptions = {
		show: Object.fromEntries(offered(show)),
		hide: Object.fromEntries(offered(hide)),
	} as IDisplayOptions;
	return { ...parameter, displayOptions };
}

type Named = { readonly name: string };

/** Parameters, options or modes by name, and their order; a second one of a name is seen, too. */
function byName(list: readonly Named[]): JsonObject {
	const names = list.map(({ name }) => name);
	const entries = list.map((each, at) => {
		const again = names.slice(0, at).filter((name) => name === each.name).length;
		return [`${each.name}${again > 0 ? ` (${again + 1})` : ''}`, jsonOf(each)];
	});
	return { ...Object.fromEntries(entries), '(order)': names.join(', ') } as JsonObject;
}

function deepDifferences(before: Json | undefined, after: Json | undefined, path = ''): string[] {
	if (!isObject(before) || !isObject(after)) {
		const [left, right] = [before, after].map(written);
		return left === right ? [] : [`${path} ${left} -> ${right}`.trim()];
	}
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return names.flatMap((name) => {
		const [left, right] = [before, after].map((object) =>
			Object.hasOwn(object, name) ? (object as JsonObject)[name] : undefined,
		);
		return deepDifferences(left, right, path ? `${path}.${name}` : name);
	});
}

const longest = 300;

/** Names of an object in one order, so that only what is in it counts. */
function written(value: Json | undefined): string {
	const text = JSON.stringify(value, (_, each: unknown) =>
		isObject(each)
			? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
			: each,
	);
	return text === undefined ? 'absent' : text;
}

/** A line that fits on a screen. */
export const shortened = (line: string) =>
	line.length > longest ? `${line.slice(0, longest)}... (${line.length} characters)` : line;

/** By which property of a parameter n8n finds a method, and among which. */
const methodNames: Readonly<Record<string, string>> = {
	loadOptionsMethod: 'loadOptions',
	searchListMethod: 'listSearch',
	resourceMapperMethod: 'resourceMapping',
	localResourceMapperMethod: 'localResourceMapping',
};

/** Methods that parameters name, at any depth, and the node does not have. */
function missingMethods({ description, methods = {} }: Described): string[] {
	const missing = new Set<string>();
	const look = (value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		for (const [name, each] of Object.entries(value)) {
			const group = methodNames[name];
			if (group && !Object.hasOwn(methods[group] ?? {}, String(each))) {
				missing.add(`${group}.${String(each)}`);
			}
			look(each);
		}
	};
	look(description?.properties);
	return [...missing];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isNamed = (value: unknown): value is Named =>
	isObject(value) && typeof value.name === 'string';

/** What is left in JSON, lists of named things by their names. */
function jsonOf(value: unknown): Json {
	if (Array.isArray(value)) {
		return value.length > 0 && value.every(isNamed) ? byName(value) : value.map(jsonOf);
	}
	if (!isObject(value)) return (typeof value === 'function' ? undefined : value) as Json;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, jsonOf(each)]));
}

import type { FastifyInstance } from 'fastify';
import { answerShapes, type Properties, type Shape } from '../contracts/answerShapes';
import type { Context } from './context';
import { unnamed } from './contractCheck';
import type { Optionals } from './options';

/** Lets every answer pass on its way out. */
export function reshapeAnswers(app: FastifyInstance, context: Context): void {
	app.addHook('preSerialization', async (request, reply, payload) => {
		const { optionals } = context.settings;
		if (optionals === 'seeded' || reply.statusCode >= 300) return payload;
		const shape = shapeOf(request.method, request.routeOptions.url ?? '');
		// A round trip, since what is undefined here is not there for those who receive it.
		return shape ? reshape(JSON.parse(JSON.stringify(payload)), shape, optionals) : payload;
	});
}

const byRoute = new Map<string, Shape>(
	Object.entries(answerShapes.answers).map(([key, shape]) => [unnamed(key), shape]),
);
const shapeOf = (method: string, route: string) => byRoute.get(unnamed(`${method} ${route}`));

/**
 * What stays: without it a row is not a row of anything. IDs of the record itself and of the device, document, field or
 * status that it is about.
 */
const identity = new Set(
	'id uid deviceId documentId entityId fieldId fieldName naturalId statusId uiElementUid'.split(
		' ',
	),
);
/** What people look records up by, and to whom these belong. It stays in every mode but `bare`. */
const known = new Set(
	'documentName documentTemplateId email name organizationId systemName'.split(' '),
);
const isEssential = (name: string, properties: Properties, mode: Mode) =>
	identity.has(name) ||
	(known.has(name) && mode !== 'bare') ||
	(name === 'name' && !('id' in properties || 'uid' in properties));

/** Where the rows of a list are, if not in a bare list. */
const rowsNames = new Set(['activities', 'data', 'devices', 'results']);

type Mode = Exclude<Optionals, 'seeded'>;

/** A value of an answer, given back as the mode wants it. The answer itself and the list in it are there in every mode. */
function reshape(value: unknown, shape: Shape, mode: Mode, depth = 0): unknown {
	const known = resolve(shape);
	if (isList(known)) {
		return Array.isArray(value) ? value.map((each) => reshape(each, known[0], mode, depth)) : value;
	}
	if (typeof known === 'string' || !isRecord(value)) return value;
	if ('*' in known) return reshapeMap(value, known['*'], mode);
	const names = [...new Set([...Object.keys(value), ...Object.keys(known)])];
	const entries = names
		.map((name) => [name, property(name, value[name], known, mode, depth)] as const)
		.filter(([, each]) => each !== undefined);
	return Object.fromEntries(entries);
}

function property(name: string, value: unknown, properties: Properties, mode: Mode, depth: number) {
	const shape = properties[name] ?? 'any';
	const isRows = depth === 0 && rowsNames.has(name) && isList(shape);
	if (isRows) return reshape(value, shape, mode);
	if (isEssential(name, properties, mode)) return value;
	if (mode === 'absent') return undefined;
	if (mode === 'null' || mode === 'bare') return null;
	if (mode === 'hollow') return hollow(value, shape, depth);
	return isRecord(value) || Array.isArray(value)
		? reshape(value, shape, mode, depth + 1)
		: (value ?? filling(shape, depth));
}

/** Of a user's own names: values are null, too, and none is made up. */
function reshapeMap(values: Record<string, unknown>, shape: Shape, mode: Mode) {
	if (mode === 'absent') return {};
	const entries = Object.entries(values).map(([name, value]) => [
		name,
		mode === 'filled' ? reshape(value, shape, mode, 1) : null,
	]);
	return Object.fromEntries(entries) as Record<string, unknown>;
}

/** Shapes mention each other in circles. */
const deepest = 4;

function hollow(value: unknown, shape: Shape, depth: number): unknown {
	const inner = isList(shape) ? shape[0] : shape;
	if (!isObject(inner) || depth >= deepest) return null;
	if (isList(shape)) return (isFull(value) ? value : []).map((each) => within(each, inner, depth));
	return within(value, inner, depth);
}

const within = (value: unknown, shape: Shape, depth: number) =>
	reshape(isRecord(value) ? value : {}, shape, 'hollow', depth + 1);

/** A value of a type, always the same. */
function filling(shape: Shape, depth: number): unknown {
	const known = resolve(shape);
	if (isList(known)) return depth >= deepest ? [] : [filling(known[0], depth + 1)];
	if (typeof known !== 'string') {
		return '*' in known || depth >= deepest ? {} : reshape({}, known, 'filled', depth + 1);
	}
	return known.startsWith('=') ? known.slice(1) : plain[known];
}

const plain: Record<string, unknown> = {
	string: 'text',
	integer: 1,
	number: 1.5,
	boolean: false,
	uuid: '00000000-0000-4000-8000-000000000001',
	'date-time': '2026-01-01T00:00:00Z',
	any: {},
};

const resolve = (shape: Shape): Shape =>
	typeof shape === 'string' && shape.startsWith('#') ? answerShapes.shapes[shape.slice(1)] : shape;
const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);
const isObject = (shape: Shape) => typeof resolve(shape) === 'object' && !isList(resolve(shape));
const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isFull = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > 0;

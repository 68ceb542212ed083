import type { AnswerShapes, Shape } from '../contracts/answerShapes';

/** An OpenAPI file, as far as it is read here. */
interface Document {
	paths: Record<string, Record<string, { responses?: Record<string, Response> }>>;
	components: { schemas: Record<string, Schema> };
}

interface Response {
	content?: Record<string, { schema?: Schema }>;
}

interface Schema {
	$ref?: string;
	type?: string;
	format?: string;
	enum?: string[];
	properties?: Record<string, Schema>;
	additionalProperties?: Schema | boolean;
	items?: Schema;
	allOf?: Schema[];
	oneOf?: Schema[];
}

/**
 * What the file declares of the answers to these requests, by "METHOD /path", with every shape that they mention.
 * @param kinds names of shapes that an answer can have and that it does not mention
 */
export function answerShapes(
	document: Document,
	requests: ReadonlyArray<{ method: string; path: string }>,
	kinds: readonly string[],
): AnswerShapes {
	const { schemas } = document.components;
	const shapes: AnswerShapes['shapes'] = {};
	const answers: AnswerShapes['answers'] = {};
	for (const { method, path } of requests) {
		const schema = answerOf(document.paths[path]?.[method.toLowerCase()]?.responses ?? {});
		if (schema) answers[`${method} ${path}`] = shapeOf(schema);
	}
	for (const name of kinds) reference(name);
	return { answers: sorted(answers), shapes: sorted(shapes) };

	function shapeOf(schema: Schema): Shape {
		if (schema.$ref) return reference(schema.$ref.split('/').at(-1) ?? '');
		if (schema.allOf ?? schema.oneOf) {
			const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), schema];
			return Object.assign({}, ...parts.map(propertiesIn)) as Shape;
		}
		if (schema.enum) return `=${String(schema.enum[0])}`;
		if (schema.type === 'array') return [shapeOf(schema.items ?? {})];
		if (schema.properties) return propertiesIn(schema);
		if (typeof schema.additionalProperties === 'object') {
			return { '*': shapeOf(schema.additionalProperties) };
		}
		if (schema.format === 'uuid' || schema.format === 'date-time') return schema.format;
		return schema.type === undefined || schema.type === 'object' ? 'any' : schema.type;
	}

	function reference(name: string): Shape {
		const schema = schemas[name] ?? {};
		const hasProperties = schema.properties ?? schema.allOf ?? schema.oneOf;
		if (!hasProperties) return shapeOf(schema);
		if (!(name in shapes)) {
			// First, since a shape can mention itself.
			shapes[name] = {};
			shapes[name] = shapeOf(schema) as AnswerShapes['shapes'][string];
		}
		return `#${name}`;
	}

	function propertiesIn(schema: Schema): Record<string, Shape> {
		if (schema.$ref) return propertiesIn(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
		const { allOf = [], properties = {} } = schema;
		const own = Object.entries(properties).map(([name, inner]) => [name, shapeOf(inner)] as const);
		return Object.assign({}, ...allOf.map(propertiesIn), Object.fromEntries(own)) as Record<
			string,
			Shape
		>;
	}
}

/** The answer of a success, where it is JSON. */
function answerOf(responses: Record<string, Response>): Schema | undefined {
	const found = Object.entries(responses).find(([status]) => /^2|default/.test(status));
	const content = found?.[1].content ?? {};
	const json = Object.entries(content).find(([type]) => /json|\*\/\*/.test(type));
	return json?.[1].schema;
}

const sorted = <Value>(record: Record<string, Value>): Record<string, Value> =>
	Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

import { OpenAPIBackend, type Document } from 'openapi-backend';

/** One request as it was sent. */
export interface SentRequest {
	method: string;
	/** Without query. */
	path: string;
	query: Record<string, string | string[]>;
	/** Of a form: its fields by name, JSON as text, and `files` with the field of each. */
	body?: unknown;
	contentType?: string;
}

interface Schema {
	$ref?: string;
	type?: string;
	properties?: Record<string, Schema>;
	additionalProperties?: unknown;
	items?: Schema;
	allOf?: Schema[];
}

interface Parameter {
	name: string;
	in: string;
	schema?: Schema;
}

/** Looks requests up in an OpenAPI file and says where they deviate from it. */
export interface ContractChecker {
	/** How many operations the file has. */
	readonly operations: number;
	/** Empty where the request is as the file has it. */
	deviations(request: SentRequest): string[];
}

/** Reads an OpenAPI file once; each check takes well under a millisecond. */
export async function createContractChecker(
	definition: Document | string,
): Promise<ContractChecker> {
	const backend = new OpenAPIBackend({
		definition,
		quick: true,
		ajvOpts: { strict: false, validateFormats: false },
	});
	await backend.init();

	return {
		operations: backend.getOperations().length,
		deviations(request) {
			const isForm = request.contentType?.startsWith(formType) ?? false;
			const plain = {
				...request,
				...(isForm ? { body: undefined } : {}),
				headers: { 'content-type': isForm ? formType : 'application/json' },
			};
			const operation = backend.matchOperation(plain);
			if (!operation) return [`${request.method} ${request.path} does not exist`];
			const parameters = (operation.parameters ?? []) as Parameter[];
			const { errors } = backend.validateRequest(
				{ ...plain, query: typed(request.query, parameters) as never },
				operation,
			);
			const invalid = (errors ?? []).map(
				({ instancePath, message }) => `${instancePath || 'request'} ${message ?? 'is invalid'}`,
			);
			const declared = new Set(parameters.map(({ name }) => name));
			const strangers = Object.keys(request.query)
				.filter((name) => !declared.has(name))
				.map((name) => `query parameter "${name}" is not declared`);
			const content = (operation.requestBody as { content?: Record<string, { schema?: Schema }> })
				?.content;
			const schema = content?.[isForm ? formType : 'application/json']?.schema;
			const body = isForm ? formBody(request.body) : request.body;
			const otherType =
				body !== undefined && content && !schema
					? [`the body is sent as ${isForm ? 'a form' : 'JSON'}, which is not declared`]
					: [];
			const unwanted =
				request.body !== undefined && !content ? ['a body is sent where none is declared'] : [];
			return [
				...invalid,
				...strangers,
				...unwanted,
				...otherType,
				...undeclared(body, schema, 'body'),
			];
		},
	};
}

const formType = 'multipart/form-data';

/** What a form says, as one object: parts of JSON parsed, files by the names of their fields. */
function formBody(body: unknown): Record<string, unknown> {
	const { files = [], ...fields } = (body ?? {}) as Record<string, unknown> & {
		files?: Array<{ field: string }>;
	};
	return {
		...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, parsed(value)])),
		...Object.fromEntries(files.map(({ field }) => [field, 'a file'])),
	};
}

function parsed(value: unknown): unknown {
	try {
		return JSON.parse(String(value));
	} catch {
		return value;
	}
}

/** Query values as the file types them: everything in a query is text. A body has types of its own and keeps them. */
function typed(query: SentRequest['query'], parameters: Parameter[]): Record<string, unknown> {
	const typeOf = (name: string) => parameters.find((each) => each.name === name)?.schema?.type;
	return Object.fromEntries(
		Object.entries(query).map(([name, value]) => {
			const type = typeOf(name);
			const isNumber =
				(type === 'integer' || type === 'number') && /^-?[\d.]+$/.test(String(value));
			if (isNumber) return [name, Number(value)];
			return [name, type === 'boolean' ? value === 'true' : value];
		}),
	);
}

/** Properties that are sent and not in the schema, at every depth; free-form objects may hold anything. */
function undeclared(value: unknown, schema: Schema | undefined, path: string): string[] {
	if (typeof value !== 'object' || value === null || !schema) return [];
	if (Array.isArray(value)) {
		return value.flatMap((item, index) => undeclared(item, schema.items, `${path}[${index}]`));
	}
	const known = propertiesOf(schema);
	const isFree = Boolean(schema.additionalProperties) || Object.keys(known).length === 0;
	return Object.entries(value).flatMap(([name, inner]) => {
		if (name in known) return undeclared(inner, known[name], `${path}.${name}`);
		return isFree ? [] : [`${path}.${name} is not declared`];
	});
}

const propertiesOf = (schema: Schema): Record<string, Schema> =>
	Object.assign({}, ...(schema.allOf ?? []).map(propertiesOf), schema.properties) as Record<
		string,
		Schema
	>;

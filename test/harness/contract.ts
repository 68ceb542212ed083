import { OpenAPIBackend, type Document } from 'openapi-backend';
import { takesFile, type OpenApi, type Schema, type TakesFile } from './openApi';
import type { Answer } from '../../simulator';
import { bodyOf, formType, isForm, type SentRequest } from './sent';

interface Parameter {
	name: string;
	in: string;
	schema?: Schema;
}

/** Looks requests up in an OpenAPI file and says where they deviate from it. */
export interface ContractChecker {
	/** How many operations the file has. */
	readonly operations: number;
	/** The file itself, with its references. */
	readonly document: OpenApi;
	/** Names of what its endpoints take. */
	readonly takes: TakesFile;
	/** Empty where the request is as the file has it. */
	deviations(request: SentRequest): string[];
	/** Empty where the answer is as the file has it, which may leave properties out. */
	answerDeviations(answer: Pick<Answer, 'method' | 'path' | 'body'>): string[];
}

/** Reads an OpenAPI file once; each check takes well under a millisecond. */
export async function createContractChecker(
	definition: Document | string,
): Promise<ContractChecker> {
	const backend = new OpenAPIBackend({
		definition,
		quick: true,
		ajvOpts: { strict: false, validateFormats: false, verbose: true },
	});
	await backend.init();
	// With its references: resolved, a type inside itself has no end.
	const document = (await backend.loadDocument()) as OpenApi;

	return {
		operations: backend.getOperations().length,
		document,
		takes: takesFile(document),
		deviations(request) {
			const asForm = isForm(request);
			const plain = {
				...request,
				...(asForm ? { body: undefined } : {}),
				headers: { 'content-type': asForm ? formType : 'application/json' },
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
			const schema = content?.[asForm ? formType : 'application/json']?.schema;
			const body = bodyOf(request);
			const otherType =
				body !== undefined && content && !schema
					? [`the body is sent as ${asForm ? 'a form' : 'JSON'}, which is not declared`]
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
		answerDeviations({ method, path, body }) {
			const operation = backend.matchOperation({ method, path, headers: {} });
			if (!operation) return [`${method} ${path} does not exist`];
			const schema = answerSchema(operation, backend.definition as Definition);
			if (body === undefined || Buffer.isBuffer(body) || !schema) return [];
			const { errors } = backend.validateResponse(body, operation);
			const invalid = (errors ?? [])
				.filter((error) => !isAnything(error) && error.keyword !== 'oneOf')
				.map(({ instancePath, message }) => `answer${instancePath} ${message ?? 'is invalid'}`);
			return [...new Set([...invalid, ...undeclared(body, schema, 'answer')].map(everyRow))];
		},
	};
}

/** What the file says of a success that is answered in JSON. */
function answerSchema(operation: object, { components }: Definition): Schema | undefined {
	const {
		method,
		path,
		responses = {},
	} = operation as {
		method?: string;
		path?: string;
		responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
	};
	const success = Object.entries(responses).find(([status]) => /^2|default/.test(status))?.[1];
	const json = Object.entries(success?.content ?? {}).find(([type]) => /json|\*\/\*/.test(type));
	const schema = json?.[1].schema;
	if (method !== 'get' || !devicePaths.includes(path ?? '')) return schema;
	const allOf = deviceTypes.map((name) => components.schemas[name]);
	return schema?.items ? { ...schema, items: { allOf } } : { allOf };
}

interface Definition {
	components: { schemas: Record<string, Schema> };
}

/** What a device tells depends on what it is: the file has types for that, which no answer names. */
const devicePaths = ['/v2/device/{id}', '/v2/devices-detailed'];
const deviceTypes = ['AgentDevice', 'VMHost'];

/** An object without properties is how the file's generator writes "anything". */
const isAnything = ({ keyword, parentSchema }: { keyword: string; parentSchema?: object }) =>
	keyword === 'type' && (parentSchema as Schema).type === 'object' && !hasProperties(parentSchema);
const hasProperties = (schema: Schema = {}) =>
	Object.keys(propertiesOf(schema)).length > 0 || Boolean(schema.additionalProperties);

/** The same of every row of a list is one finding. */
const everyRow = (finding: string) => finding.replace(/\[\d+\]|\/\d+(?=[/ ])/g, '[]');

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

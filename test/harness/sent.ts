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

/** A method, and a path such as `/v2/device/{id}`. */
export interface Template {
	method: string;
	path: string;
}

/** Whether a request fills a template such as `/v2/device/{id}`. */
export function fills({ method, path }: SentRequest, template: Template) {
	const pattern = new RegExp(`^${template.path.replace(/\{\w+\}/g, '[^/]+')}$`);
	return method === template.method && pattern.test(path);
}

export const formType = 'multipart/form-data';

export const isForm = ({ contentType }: SentRequest) => contentType?.startsWith(formType) ?? false;

/** The body as one object or list, also where it was sent as a form. */
export const bodyOf = (request: SentRequest): unknown =>
	isForm(request) ? formBody(request.body) : request.body;

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

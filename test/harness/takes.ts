import { bodyOf, fills, type SentRequest, type Template } from './sent';

/** Names of what one endpoint takes: query parameters, and properties of the body by path, as `tasks[].name`. */
export interface Taken {
	query: readonly string[];
	body: readonly string[];
}

/** What endpoints take, by `METHOD /path`. */
export type Takes = Readonly<Record<string, Taken>>;

/** What the node does not send, and why. */
export interface Unsent {
	/** As `METHOD /path`. */
	requests: readonly string[];
	query?: readonly string[];
	body?: readonly string[];
	reason: string;
}

export interface Coverage {
	query: { sent: number; taken: number };
	body: { sent: number; taken: number };
	/** What no sample sends and nothing explains, as `METHOD /path: query name` or `METHOD /path: body name`. */
	missing: string[];
	/** What stands among the unsent although it is sent or not taken, or the request is not in use. */
	unneeded: string[];
}

/** Holds the names that were sent against those that the endpoints in use take. */
export function coverage(
	takes: Takes,
	sent: readonly SentRequest[],
	{ inUse, unsent }: { inUse: readonly Template[]; unsent: readonly Unsent[] },
): Coverage {
	const explained = new Set(unsent.flatMap(namesOf));
	const seen = new Set<string>();
	const taken = new Set<string>();
	const keys = [...new Set(inUse.map(keyOf))];
	for (const key of keys) {
		for (const name of labels(key, takes[key] ?? { query: [], body: [] })) taken.add(name);
	}
	for (const request of sent) {
		const template = inUse.filter((each) => fills(request, each)).sort(moreLiteral)[0];
		if (!template) continue;
		const names = {
			query: Object.keys(request.query),
			body: propertiesSent(bodyOf(request)),
		};
		for (const name of labels(keyOf(template), names)) seen.add(name);
	}
	const counted = (place: 'query' | 'body') => {
		const names = [...taken].filter((name) => name.includes(`: ${place} `));
		return { sent: names.filter((name) => seen.has(name)).length, taken: names.length };
	};
	return {
		query: counted('query'),
		body: counted('body'),
		missing: [...taken].filter((name) => !seen.has(name) && !explained.has(name)),
		unneeded: [...explained].filter((name) => seen.has(name) || !taken.has(name)),
	};
}

const keyOf = ({ method, path }: Template) => `${method} ${path}`;

const labels = (key: string, { query, body }: Taken) => [
	...query.map((name) => `${key}: query ${name}`),
	...body.map((name) => `${key}: body ${name}`),
];

const namesOf = ({ requests, query = [], body = [] }: Unsent) =>
	requests.flatMap((request) => labels(request, { query, body }));

/** `/v2/custom-fields/bulk` before `/v2/custom-fields/{name}`. */
const moreLiteral = (a: Template, b: Template) =>
	a.path.split('{').length - b.path.split('{').length;

/** Paths of all properties of a body, those of list items with `[]`. */
function propertiesSent(body: unknown, path = ''): string[] {
	if (Array.isArray(body)) return body.flatMap((item) => propertiesSent(item, `${path}[]`));
	if (typeof body !== 'object' || body === null) return [];
	return Object.entries(body).flatMap(([name, value]) => {
		const own = path === '' ? name : `${path}.${name}`;
		return [own, ...propertiesSent(value, own)];
	});
}

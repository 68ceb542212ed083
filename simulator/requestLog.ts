/** A request as it arrived, and what became of it. */
export interface LoggedRequest {
	/** Counts from 0; goes on when the log is cleared. */
	index: number;
	/** Epoch milliseconds. */
	at: number;
	method: string;
	/** Without query and without the prefix `/api`, which means the same. */
	path: string;
	/** As it was sent, with query. */
	url: string;
	query: Record<string, unknown>;
	/** A bearer is cut to its first characters. */
	headers: Record<string, unknown>;
	/** As it was understood; secrets are masked. */
	body?: unknown;
	/** 0 while, or because, no answer was sent. */
	status: number;
	/** The kind of fault that struck. */
	fault?: string;
	/** Whether the server did what was asked, also when the answer was then lost. */
	acted: boolean;
}

export interface RequestPattern {
	method?: string;
	/** The whole path, or a pattern. */
	path?: string | RegExp;
}

export interface RequestLog {
	all(): readonly LoggedRequest[];
	matching(pattern: RequestPattern): LoggedRequest[];
	clear(): void;
	add(request: Omit<LoggedRequest, 'index' | 'status' | 'acted'>): LoggedRequest;
}

/** Beyond this many the oldest are forgotten, a tenth at a time. */
const capacity = 200_000;

export function createRequestLog(): RequestLog {
	let requests: LoggedRequest[] = [];
	let index = 0;
	return {
		all: () => requests,
		matching: (pattern) => requests.filter((request) => matches(request, pattern)),
		clear: () => {
			requests = [];
		},
		add(arrived) {
			if (requests.length >= capacity) requests = requests.slice(capacity / 10);
			const request = { index: index++, ...arrived, status: 0, acted: false };
			requests.push(request);
			return request;
		},
	};
}

/** Whether a request is one of those that a pattern means. */
export function matches(
	request: { method: string; path: string },
	{ method, path }: RequestPattern,
): boolean {
	if (method !== undefined && method !== request.method) return false;
	if (path === undefined) return true;
	return typeof path === 'string' ? path === request.path : path.test(request.path);
}

const secretFields = ['client_secret', 'refresh_token', 'code', 'code_verifier'];

/** A body that may be kept: what signs somebody in is masked. */
export function masked(body: unknown): unknown {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
	const fields = Object.entries(body);
	if (!fields.some(([name]) => secretFields.includes(name))) return body;
	return Object.fromEntries(
		fields.map(([name, value]) => [name, secretFields.includes(name) ? '***' : value]),
	);
}

/** Headers that may be kept: enough of a bearer to tell one from another. */
export function maskedHeaders(headers: Record<string, unknown>): Record<string, unknown> {
	const { authorization, ...others } = headers;
	if (typeof authorization !== 'string') return others;
	return { ...others, authorization: `${authorization.slice(0, 'Bearer '.length + 6)}...` };
}

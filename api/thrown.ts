/** The parts of n8n's errors that are looked at; the rest of them holds the bearer token and is never passed on. */
export interface Thrown {
	name?: string;
	message?: string;
	httpCode?: string | null;
	code?: string;
	status?: number;
	body?: unknown;
	failure?: { cause?: string };
	config?: { url?: string };
	response?: { status?: number; headers?: Record<string, unknown>; data?: unknown };
	cause?: unknown;
}

/** An error and what it came from, outermost first. */
export function causes(error: unknown): Thrown[] {
	const chain: Thrown[] = [];
	for (let at = error; typeof at === 'object' && at !== null && chain.length < 8; ) {
		chain.push(at);
		at = (at as Thrown).cause;
	}
	return chain;
}

import { z } from 'zod';
import { checked } from '../input';
import { matches } from '../requestLog';

/** What can go wrong with a request. */
export const FaultSchema = z
	.object({
		/**
		 * throttle: 429. throttlePage: an HTML page. status: an error status with NinjaOne's failure body. cut: the
		 * connection breaks. hang: no answer ever. latency: a late answer. expireToken: all access tokens die, this
		 * request is the first to notice. revokeApp: so does the app that the request's token belongs to.
		 */
		kind: z.enum([
			'throttle',
			'throttlePage',
			'status',
			'cut',
			'hang',
			'latency',
			'expireToken',
			'revokeApp',
		]),
		method: z.string().optional(),
		/** Matched against the path without query and without the prefix `/api`. */
		path: z.union([z.string(), z.instanceof(RegExp)]).optional(),
		/** Matched against the address with its query, decoded; for tests. */
		address: z.instanceof(RegExp).optional(),
		/** How many requests it strikes. Default 1. */
		times: z.union([z.number(), z.literal('always')]).optional(),
		/** How many matching requests pass first. Default 0. */
		skip: z.number().optional(),
		/**
		 * Of cut and status: before the server acts (default), or after it acted. Of cut also midway: in the middle of
		 * the answer's body.
		 */
		when: z.enum(['before', 'after', 'midway']).optional(),
		/** Of status and throttlePage. Default 502 and 200. */
		status: z.number().int().min(200).max(599).optional(),
		/** Of throttle: seconds or an HTTP date for the header Retry-After. Default: no such header. */
		retryAfterSeconds: z.union([z.number(), z.string()]).optional(),
		/** Of latency: milliseconds. */
		ms: z.number().nonnegative().optional(),
	})
	.strict();
export type Fault = z.infer<typeof FaultSchema>;

export interface Faults {
	add(fault: Fault): void;
	clear(): void;
	/** Those that can still strike. */
	all(): readonly Fault[];
	/** The fault that strikes this request, if any: it is then used up by one. */
	strike(request: { method: string; path: string; url: string }): Fault | undefined;
	/** Calls back with every request that hangs, so that a test need not wait for its client's time-out. */
	onHang(listener: (request: Hanging) => void): void;
	/** Notes that a request has arrived and hangs. */
	hangs(request: Hanging): void;
}

/** A request that is never answered, as its client knows it. */
export interface Hanging {
	method: string;
	/** Without host, with query. */
	url: string;
}

export function createFaults(): Faults {
	let armed: { fault: Fault; skip: number; left: number }[] = [];
	const listeners: Array<(request: Hanging) => void> = [];
	return {
		add({ times = 1, skip = 0, ...fault }) {
			armed.push({ fault, skip, left: times === 'always' ? Infinity : times });
		},
		clear() {
			armed = [];
		},
		all: () =>
			armed.map(({ fault, skip, left }) => ({
				...fault,
				skip,
				times: left === Infinity ? 'always' : left,
			})),
		strike(request) {
			const meant = armed.filter(
				({ fault }) =>
					matches(request, fault) && (fault.address?.test(decodeURIComponent(request.url)) ?? true),
			);
			const ready = meant.find((one) => one.skip === 0);
			for (const one of meant) one.skip = Math.max(one.skip - 1, 0);
			if (ready && --ready.left <= 0) armed = armed.filter((one) => one !== ready);
			return ready?.fault;
		},
		onHang: (listener) => void listeners.push(listener),
		hangs: (request) => listeners.forEach((listener) => listener(request)),
	};
}

/** Reads a fault that came as JSON, in which a path is the source of a regular expression. */
export function faultFrom(json: unknown): Fault {
	const { path, ...fault } = checked(json, FaultSchema);
	return path === undefined ? fault : { ...fault, path: new RegExp(path) };
}

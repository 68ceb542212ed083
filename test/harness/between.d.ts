/** A request as it arrived. */
export interface Arrived {
	method: string;
	/** Without query. */
	path: string;
	/** The query with its question mark, or nothing. */
	search: string;
	body: string;
}

/** What is answered in place of the server behind. */
export type OwnAnswer =
	| { status: number; headers?: Record<string, string>; body?: string }
	/** Bytes on the wire, one piece after the other, so many milliseconds apart. */
	| { raw: ReadonlyArray<string | Buffer>; everyMs?: number; ends?: boolean }
	/** The answer of the server behind, changed. */
	| { alter: (json: unknown) => unknown };

/** A server on loopback between the node and a simulator, which answers as NinjaOne and the Internet at times do. */
export interface Between {
	readonly url: string;
	/** Requests but those for a token, since the start or since it was emptied. */
	readonly sent: Arrived[];
	/** What becomes of a request; undefined passes it on. Requests for a token are passed on in any case. */
	answer: (request: Arrived) => OwnAnswer | undefined;
	stop(): Promise<void>;
}

/** @param target address of the server behind, such as `http://127.0.0.1:8790` */
export function createBetween(target: string): Promise<Between>;

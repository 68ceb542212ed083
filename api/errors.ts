/** n8n's own terms for why a call failed; its poller backs off by them (n8n-workflow 2.41 and later). */
export type Failure =
	| {
			cause: 'rate-limited' | 'quota-exhausted' | 'temporarily-unavailable';
			retryAfterMs?: number;
	  }
	| { cause: 'credential-invalid' | 'configuration-invalid' | 'node-defect' };

export interface ErrorDetails {
	/** What to do about it. */
	description?: string;
	/** HTTP status of the answer, where there was one. */
	status?: number;
	/** NinjaOne's own code: `error`, `resultCode` or `errorCode` of the answer. */
	code?: string;
	failure?: Failure;
	/** The request went out and what became of it is not known: NinjaOne may have carried it out. */
	mayHaveActed?: boolean;
}

/**
 * Everything that goes wrong between this package and NinjaOne, for people to read: the message says what happened and
 * why, the description what to do. It holds no request, no header and no cause, so no token can travel with it.
 */
export class NinjaOneError extends Error {
	readonly description?: string;
	readonly status?: number;
	readonly code?: string;
	readonly failure?: Failure;
	readonly mayHaveActed?: boolean;

	constructor(message: string, details: ErrorDetails = {}) {
		super(message);
		this.name = 'NinjaOneError';
		Object.assign(this, details);
	}
}

/** A value that the user gave and that must not reach NinjaOne; the message names the parameter. */
export function inputError(parameter: string, problem: string, advice?: string): NinjaOneError {
	return new NinjaOneError(`Parameter "${parameter}" ${problem}`, { description: advice });
}

/** A value for a field that NinjaOne defines; the message names the field as people know it. */
export function fieldError(field: string, problem: string, advice?: string): NinjaOneError {
	return new NinjaOneError(`Field "${field}" ${problem}`, { description: advice });
}

/** @throws whatever else was thrown */
export function demandNinjaOneError(error: unknown): NinjaOneError {
	if (error instanceof NinjaOneError) return error;
	throw error;
}

/** Whatever was thrown, as a NinjaOneError: unknown errors keep their message and lose everything else. */
export function asNinjaOneError(error: unknown): NinjaOneError {
	if (error instanceof NinjaOneError) return error;
	return new NinjaOneError(error instanceof Error ? error.message : String(error));
}

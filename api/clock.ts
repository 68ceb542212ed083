import { causes } from './thrown';

/** How far NinjaOne's clock is ahead of this machine's, as far as answers have shown. */
export interface Clock {
	aheadMs?: number;
}

/** Notes the time of an answer, which every answer of a server has in its Date header, a refusal too. */
export function noteTime(clock: Clock, headers: Record<string, unknown> | undefined): void {
	const time = Date.parse(String(headers?.date));
	// To the second, so a difference below that is none.
	if (!Number.isNaN(time)) clock.aheadMs = time - Date.now();
}

/** The headers of the answer that an error of n8n's helper came from. */
export const headersIn = (error: unknown): Record<string, unknown> | undefined =>
	causes(error).find(({ response }) => response?.headers)?.response?.headers;

/** Epoch seconds by NinjaOne's clock; by this machine's where NinjaOne has not answered yet. */
export const serverSeconds = ({ clock }: { clock: Clock }): number =>
	Math.floor((Date.now() + (clock.aheadMs ?? 0)) / 1000);

import type { Hanging } from '../../simulator';

/** From now on requests are remembered while they wait for their answer. */
export function watchRequests(): void;
export function unwatchRequests(): void;

/** Milliseconds that each request would have waited whose time was over, in this test file. */
export const timeouts: number[];

/** The time of the requests that hang is over, however long it was. */
export function timeOut(request: Hanging): void;

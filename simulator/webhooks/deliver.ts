import { request } from 'undici';
import type { WebhookPayload } from '../../contracts';
import { pause } from '../pause';

/** One activity on its way to one app, and what became of it. */
export interface Delivery {
	clientId: string;
	activityId: number;
	url: string;
	headers: Record<string, string>;
	body: WebhookPayload;
	tries: number;
	/** Of the last answer; 0 where there was none. */
	status: number;
	/** `stopped`: the simulator ended before the delivery did. */
	outcome: 'underWay' | 'delivered' | 'failed' | 'stopped';
}

/** Times in milliseconds. */
export interface Patience {
	retryMs: number;
	timeoutMs: number;
	/** Ends everything at once. */
	stop: AbortSignal;
}

const mostTries = 3;

/** Sends until it is taken, three times at most, and keeps in the delivery how that went. */
export async function deliver(delivery: Delivery, patience: Patience): Promise<void> {
	const { retryMs, stop } = patience;
	while (delivery.outcome === 'underWay') {
		if (delivery.tries > 0) await pause(retryMs, stop);
		delivery.tries += 1;
		delivery.status = await post(delivery, patience);
		if (stop.aborted) delivery.outcome = 'stopped';
		else if (delivery.status >= 200 && delivery.status < 300) delivery.outcome = 'delivered';
		else if (delivery.tries === mostTries) delivery.outcome = 'failed';
	}
}

/** @returns the status, or 0 where there was no answer in time. A redirect is an answer, and not followed. */
async function post({ url, headers, body }: Delivery, { timeoutMs, stop }: Patience) {
	try {
		const answer = await request(url, {
			method: 'POST',
			headers,
			body: JSON.stringify(body),
			headersTimeout: timeoutMs,
			bodyTimeout: timeoutMs,
			signal: stop,
			// A connection of its own each time: one that is kept may be closed by the receiver meanwhile.
			reset: true,
		});
		await answer.body.dump();
		return answer.statusCode;
	} catch {
		return 0;
	}
}

import type { Activity, WebhookConfiguration } from '../../contracts';
import type { Settings } from '../options';
import type { State } from '../state/state';
import { deliver, type Delivery } from './deliver';
import { createLine, type Line } from './line';
import { payloadOf } from './payload';
import { isWanted, troubles } from './wanted';

/** A webhook as it stands. */
export interface Webhook {
	configuration: WebhookConfiguration;
	/** False once too many deliveries have failed. */
	enabled: boolean;
	/** Failed deliveries since the last that was taken. */
	failures: number;
}

/** The webhooks of all client apps, one each. */
export interface Webhooks {
	/** Puts a configuration in the place of the app's last one, and enables it. What is queued goes to the new address. */
	configure(clientId: string, configuration: WebhookConfiguration): void;
	/** Ends an app's webhook, and forgets what is queued. */
	remove(clientId: string): void;
	/** By client id. */
	configurations(): Readonly<Record<string, Webhook>>;
	/** Oldest first. */
	deliveries(): readonly Delivery[];
	/** Forgets the deliveries that were. */
	clear(): void;
	/** Delivers an activity again, to everyone who wants it. @returns how many that are */
	resend(activityId: number): number;
	/** Resolves when nothing is under way or queued. */
	idle(): Promise<void>;
	start(): void;
	/** Ends at once what is under way, and forgets what is queued. Nothing is sent until it is started again. */
	stop(): void;
}

/** Beyond this many deliveries the oldest are forgotten, a tenth at a time. */
const capacity = 50_000;

export function createWebhooks(state: State, settings: Settings): Webhooks {
	const webhooks = new Map<string, Webhook>();
	const lines = new Map<string, Line<Activity>>();
	let log: Delivery[] = [];
	let stopping: AbortController | undefined;

	const send = async (clientId: string, activity: Activity) => {
		const webhook = webhooks.get(clientId);
		if (!webhook || !stopping) return;
		const delivery = deliveryOf(clientId, webhook.configuration, activity, state);
		if (log.length >= capacity) log = log.slice(capacity / 10);
		log.push(delivery);
		const { webhookRetryMs: retryMs, webhookTimeoutMs: timeoutMs } = settings;
		await deliver(delivery, { retryMs, timeoutMs, stop: stopping.signal });
		settle(webhook, delivery);
	};

	/** Counts failures in a row, and gives a webhook up that has too many. */
	const settle = (webhook: Webhook, { outcome, status, clientId }: Delivery) => {
		if (outcome === 'delivered') webhook.failures = 0;
		// What failed for a configuration that was replaced meanwhile does not count for the new one.
		if (outcome !== 'failed' || webhooks.get(clientId) !== webhook) return;
		webhook.failures += 1;
		report(troubles.failed, 'Webhook failed', { clientId, status });
		if (webhook.failures < settings.webhookFailuresAllowed) return;
		webhook.enabled = false;
		lines.get(clientId)?.clear();
		report(troubles.disabled, 'Webhook disabled', { clientId, status });
	};

	const report = (
		statusCode: string,
		status: string,
		params: { clientId: string; status: number },
	) =>
		state.addActivity({
			statusCode,
			status,
			subject: 'Webhook',
			message: `${status}: app ${params.clientId}, last answer ${params.status || 'none'}`,
			data: { message: { code: statusCode.toLowerCase(), params } },
		});

	const lineOf = (clientId: string) => {
		const line = lines.get(clientId) ?? createLine((activity) => send(clientId, activity));
		lines.set(clientId, line);
		return line;
	};

	const enqueue = (activity: Activity): number => {
		if (!stopping) return 0;
		const organizationId = state.devices.get(activity.deviceId ?? 0)?.organizationId;
		const wanting = [...webhooks].filter(
			([, { enabled, configuration }]) =>
				enabled && isWanted(configuration, activity, organizationId),
		);
		for (const [clientId] of wanting) lineOf(clientId).add(activity);
		return wanting.length;
	};
	state.activities.onAdd(enqueue);

	return {
		configure: (clientId, configuration) =>
			void webhooks.set(clientId, { configuration, enabled: true, failures: 0 }),
		remove(clientId) {
			webhooks.delete(clientId);
			lines.get(clientId)?.clear();
		},
		configurations: () => Object.fromEntries(webhooks),
		deliveries: () => log,
		clear() {
			log = [];
		},
		resend(activityId) {
			const activity = state.activities.get(activityId);
			return activity ? enqueue(activity) : 0;
		},
		async idle() {
			const busy = () => [...lines.values()].filter((line) => line.busy);
			while (busy().length > 0) await Promise.all(busy().map((line) => line.idle()));
		},
		start() {
			stopping ??= new AbortController();
		},
		stop() {
			for (const line of lines.values()) line.clear();
			stopping?.abort();
			stopping = undefined;
		},
	};
}

function deliveryOf(
	clientId: string,
	configuration: WebhookConfiguration,
	activity: Activity,
	state: State,
): Delivery {
	const given = (configuration.headers ?? []).map(({ name, value }) => [name.toLowerCase(), value]);
	return {
		clientId,
		activityId: activity.id,
		url: configuration.url,
		headers: { 'content-type': 'application/json', ...Object.fromEntries(given) },
		body: payloadOf(configuration, activity, state),
		tries: 0,
		status: 0,
		outcome: 'underWay',
	};
}

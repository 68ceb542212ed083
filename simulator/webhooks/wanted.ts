import type { Activity, WebhookConfiguration } from '../../contracts';
import { failure } from '../refusal';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Refuses what is no web address, or one that leads away from this machine. */
export function checkAddress(url: string): void {
	if (!URL.canParse(url)) throw failure(400, 'url: not an address');
	const { protocol, hostname } = new URL(url);
	if (!['http:', 'https:'].includes(protocol)) throw failure(400, 'url: must be http or https');
	if (!loopback.test(hostname))
		throw failure(400, 'url: the simulator sends to loopback addresses alone');
}

/** What the feed says of webhooks that fail. No webhook delivers it: it would fail again. */
export const troubles = { failed: 'WEBHOOK_FAILED', disabled: 'WEBHOOK_DISABLED' } as const;

/**
 * Whether a configuration asks for an activity.
 * @param organizationId of the activity's device; an activity without a device is in no organization
 */
export function isWanted(
	{ activities, organizationIds }: WebhookConfiguration,
	{ activityType, statusCode }: Activity,
	organizationId: number | undefined,
): boolean {
	if (Object.values<string>(troubles).includes(statusCode)) return false;
	const codes = activities ? (activities[activityType] ?? []) : ['*'];
	if (!codes.includes('*') && !codes.includes(statusCode)) return false;
	if (!organizationIds) return true;
	return organizationId !== undefined && organizationIds.includes(organizationId);
}

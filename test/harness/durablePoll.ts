import type { IDataObject } from 'n8n-workflow';
import { clone, pollContext, pollOnce, type PolledTrigger, type TriggerSettings } from './poll';

/** What n8n's durable scheduler grants a poll: 45 seconds, less a fifth. */
const usualBudgetMs = 36_000;

/**
 * A trigger as n8n's durable scheduler polls it (n8n/dist/scheduling/poll-trigger-node): a context of its own for each
 * poll, a shorter time, and a staged copy of the state that is written after every poll that does not throw. What the
 * poll of the activation notes is written only where it gives items.
 */
export function scheduleDurably(settings: TriggerSettings): PolledTrigger {
	const warnings: string[] = [];
	let cursor = clone(settings.stored ?? {});
	let granted = settings.budgetMs;
	let isActivated = false;
	return {
		warnings,
		grant(budgetMs) {
			granted = budgetMs;
		},
		async poll() {
			const staged: IDataObject = clone(cursor);
			const isFirst = !isActivated;
			const budgetMs = () => (isFirst ? 300_000 : (granted ?? usualBudgetMs));
			const { context } = pollContext({ ...settings, activation: 'update' }, warnings, {
				budgetMs,
				staticData: () => staged,
			});
			const items = await pollOnce(context);
			isActivated = true;
			if (items !== null || !isFirst) cursor = clone(staged);
			return items;
		},
		stored: () => cursor,
	};
}

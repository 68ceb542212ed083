import type { IDataObject } from 'n8n-workflow';
import {
	clone,
	nextNodeId,
	pollContext,
	pollOnce,
	startProcess,
	type PolledTrigger,
	type TriggerSettings,
} from './poll';

/** What n8n's durable scheduler grants a poll: 45 seconds, less a fifth. */
const usualBudgetMs = 36_000;

export interface DurableTrigger extends PolledTrigger {
	/** One poll that has been given the state: it can run, and be written down, after others have. */
	take(): { run(): Promise<IDataObject[] | null>; write(): void };
	/** n8n ends and starts again: there is no second poll of the activation. */
	restart(): void;
	/** It was activated by another main process of n8n: this one knows nothing of it. */
	beginsElsewhere(): void;
	/** The workflow is edited; its job is there, so there is no second poll of the activation either. */
	edit(more: Partial<TriggerSettings>): void;
}

/**
 * A trigger as n8n's durable scheduler polls it (n8n/dist/scheduling/poll-trigger-node): a context of its own for each
 * poll, a shorter time, and a staged copy of the state that is written after every poll that does not throw. What the
 * poll of the activation notes is written only where it gives items.
 */
export function scheduleDurably(given: TriggerSettings): DurableTrigger {
	let settings = { nodeId: nextNodeId(), ...given };
	const warnings: string[] = [];
	let cursor = clone(settings.stored ?? {});
	let granted = settings.budgetMs;
	let isActivated = false;
	const take = () => {
		const given = clone(cursor);
		const staged = clone(cursor);
		const isFirst = !isActivated;
		const budgetMs = () => (isFirst ? 300_000 : (granted ?? usualBudgetMs));
		const { context } = pollContext({ ...settings, activation: 'update' }, warnings, {
			budgetMs,
			staticData: () => staged,
		});
		let hasItems = false;
		return {
			async run() {
				const items = await pollOnce(context);
				isActivated = true;
				hasItems = items !== null;
				return items;
			},
			write() {
				const isChanged = JSON.stringify(staged) !== JSON.stringify(given);
				if (isChanged && (hasItems || !isFirst)) cursor = clone(staged);
			},
		};
	};
	return {
		warnings,
		grant(budgetMs) {
			granted = budgetMs;
		},
		take,
		restart: startProcess,
		beginsElsewhere() {
			isActivated = true;
		},
		edit(more) {
			settings = { ...settings, ...more };
		},
		async poll() {
			const task = take();
			const items = await task.run();
			task.write();
			return items;
		},
		stored: () => cursor,
	};
}

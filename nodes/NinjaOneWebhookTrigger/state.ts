import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { readMemory, type Memory } from '../events/memory';

/** What the trigger keeps with the workflow. */
export interface WebhookState {
	version: 1;
	/** What NinjaOne was sent last; absent while the workflow is not active, or registered by hand. */
	configuration?: IDataObject;
	/** The API app that it was sent for: the credential can be changed later. */
	app?: string;
	/** Sent for a test in the editor, which n8n ends without saying that it was one. */
	isTest?: boolean;
	secret: string;
	/** Ids of the last activities: NinjaOne sends one again where it missed the answer. */
	recent: number[];
	memory: Memory;
}

export type WebhookContext = IHookFunctions | IWebhookFunctions;

/** Ids that are remembered. */
export const mostRecent = 500;

/** Reads what was kept; anything else than a state of this version is none. */
export function readWebhookState(context: WebhookContext): WebhookState | undefined {
	const state = context.getWorkflowStaticData('node').state as Partial<WebhookState> | undefined;
	if (typeof state !== 'object' || state === null || state.version !== 1) return undefined;
	const { configuration, app, isTest, secret, recent, memory } = state;
	if (typeof secret !== 'string' || secret === '') return undefined;
	return {
		version: 1,
		...(typeof app === 'string' ? { app } : {}),
		...(isTest === true ? { isTest } : {}),
		secret,
		recent: Array.isArray(recent) ? recent.filter((id) => typeof id === 'number') : [],
		memory: readMemory(memory),
		...(typeof configuration === 'object' && configuration !== null ? { configuration } : {}),
	};
}

export function keep(context: WebhookContext, state: WebhookState): void {
	context.getWorkflowStaticData('node').state = state as unknown as IDataObject;
}

/**
 * What has been noted since n8n was started, by trigger. n8n reads what is kept anew for each call and writes it after
 * the answer, so calls that come close together, or during the activation, know of each other from here only.
 */
const noted = new Map<string, WebhookState>();

/** What a trigger is known by in this process. */
export const triggerOf = (context: WebhookContext) =>
	`${String(context.getWorkflow().id)} ${context.getNode().id}`;

export const notedState = (trigger: string): WebhookState | undefined => noted.get(trigger);
export const noteState = (trigger: string, state: WebhookState) => void noted.set(trigger, state);
export const forgetState = (trigger: string) => void noted.delete(trigger);

/** What was kept, and what calls have noted that n8n may not have written yet. */
export function latestState(context: WebhookContext, state: WebhookState): WebhookState {
	const last = noted.get(triggerOf(context));
	if (last?.secret !== state.secret) return state;
	const recent = [...new Set([...state.recent, ...last.recent])].slice(-mostRecent);
	return { ...state, recent, memory: last.memory };
}

export function noteAndKeep(context: WebhookContext, state: WebhookState): void {
	noteState(triggerOf(context), state);
	keep(context, state);
}

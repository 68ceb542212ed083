import { PollContext } from 'n8n-core';
import { commonPollingParameters } from 'n8n-core/dist/nodes-loader/constants';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { NinjaOneTrigger } from '../../nodes/NinjaOneTrigger/NinjaOneTrigger.node.js';
import { thisProcess } from '../../nodes/NinjaOneTrigger/process';
import { CredentialStore, type TypedCredential } from './credentials';
import { additionalDataFor, workflowOf } from './engine';

const trigger = new NinjaOneTrigger();
// As n8n does when it loads a node that polls.
trigger.description.properties.unshift(...commonPollingParameters);

export interface TriggerSettings {
	parameters: INodeParameters;
	credential: TypedCredential | CredentialStore;
	/** What n8n has stored of it. */
	stored?: IDataObject;
	activation?: WorkflowActivateMode;
	mode?: WorkflowExecuteMode;
	/** Milliseconds that n8n grants a poll; five minutes, as its older engine does, where left out. */
	budgetMs?: number;
	/** The node's id in its workflow; a trigger of its own where left out. */
	nodeId?: string;
	nodeName?: string;
}

/** What both of n8n's engines have. */
export interface PolledTrigger {
	/** JSON of the items; null where n8n starts no workflow. */
	poll(): Promise<IDataObject[] | null>;
	/** What n8n has in its database. */
	stored(): IDataObject;
	/** Milliseconds that n8n grants the polls from now on. */
	grant(budgetMs: number | undefined): void;
	readonly warnings: string[];
}

/** A trigger that n8n has activated, or tests in the editor. */
export interface ActiveTrigger extends PolledTrigger {
	/** What the trigger holds in memory. */
	held(): IDataObject;
	/** Loses what n8n has not stored, as a crash does, and activates again in a new process. */
	restart(more?: Partial<TriggerSettings>): ActiveTrigger;
	/** Activates again in the same process, as n8n does when the workflow was edited. */
	edit(more?: Partial<TriggerSettings>): ActiveTrigger;
}

let triggers = 0;
export const nextNodeId = () => `trigger-${(triggers += 1)}`;

/** Another process of n8n begins: what the last one knew is gone. */
export function startProcess(): void {
	thisProcess.noted.clear();
	thisProcess.compared.clear();
	thisProcess.startedAt = Date.now();
}

export const clone = <T>(data: T): T => JSON.parse(JSON.stringify(data)) as T;

/** The parameters of a trigger that waits for these events. */
export const waitingFor = (
	row: IDataObject | IDataObject[],
	more: IDataObject = {},
): INodeParameters => ({ events: { row: [row].flat() }, ...more }) as INodeParameters;

/** n8n-core's own context for polls, and what it holds in memory where `staticData` does not stand for it. */
export function pollContext(
	{ nodeId, nodeName, parameters, credential, activation, mode }: TriggerSettings,
	warnings: string[],
	{ budgetMs, staticData }: { budgetMs: () => number; staticData?: () => IDataObject },
) {
	const node: INode = {
		id: nodeId ?? nextNodeId(),
		name: nodeName ?? 'NinjaOne Trigger',
		type: 'n8n-nodes-ninjaone.ninjaOneTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { ninjaOneRmmOAuth2Api: { id: 'credential-1', name: 'NinjaOne' } },
	};
	const workflow = workflowOf(node, trigger);
	const held = workflow.getStaticData('node', node);
	const context = new PollContext(
		workflow,
		node,
		additionalDataFor(credential),
		mode ?? 'trigger',
		activation ?? 'activate',
		undefined,
		undefined,
		undefined,
		undefined,
		staticData ?? (() => held),
		budgetMs,
	);
	Object.defineProperty(context, 'logger', { value: loggerInto(warnings) });
	return { context, held };
}

/** n8n's logger, as far as it warns. */
export const loggerInto = (warnings: string[]) => ({
	warn: (message: string) => warnings.push(message),
	info() {},
	debug() {},
	error() {},
});

/** One poll of the node; JSON of the items, or null. */
export async function pollOnce(context: PollContext): Promise<IDataObject[] | null> {
	const output: INodeExecutionData[][] | null = await trigger.poll.call(context);
	return output === null ? null : output[0].map(({ json }) => json);
}

const fiveMinutes = 300_000;

/** Activates a trigger as n8n's older engine does: one context for all polls. The first poll is the caller's. */
export function activate(given: TriggerSettings): ActiveTrigger {
	const settings = { nodeId: nextNodeId(), ...given };
	const warnings: string[] = [];
	let { budgetMs = fiveMinutes } = settings;
	const { context, held } = pollContext(settings, warnings, { budgetMs: () => budgetMs });
	Object.assign(held, clone(settings.stored ?? {}));
	let inDatabase = clone(settings.stored ?? {});
	let isActivated = false;
	return {
		warnings,
		grant(granted = fiveMinutes) {
			budgetMs = granted;
		},
		async poll() {
			const items = await pollOnce(context);
			// n8n writes after the activation, and when a poll gives items.
			if (items !== null || !isActivated) inDatabase = clone(held);
			isActivated = true;
			return items;
		},
		stored: () => inDatabase,
		held: () => clone(held),
		restart(more = {}) {
			startProcess();
			return activate({ ...settings, activation: 'init', ...more, stored: inDatabase });
		},
		edit: (more = {}) =>
			activate({ ...settings, activation: 'update', stored: inDatabase, ...more }),
	};
}

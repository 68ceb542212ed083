import fastify, { type FastifyInstance } from 'fastify';
import { HookContext, WebhookContext } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeParameters,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { NinjaOneWebhookTrigger } from '../../nodes/NinjaOneWebhookTrigger/NinjaOneWebhookTrigger.node.js';
import { dropClaims } from '../../nodes/NinjaOneWebhookTrigger/claims';
import { forgetState } from '../../nodes/NinjaOneWebhookTrigger/state';
import type { CredentialStore, TypedCredential } from './credentials';
import { additionalDataFor, workflowOf } from './engine';
import { clone, loggerInto } from './poll';

const nodeType = new NinjaOneWebhookTrigger();

export interface WebhookSettings {
	parameters: INodeParameters;
	credential: TypedCredential | CredentialStore;
	workflowId?: string;
	nodeId?: string;
	/** Where n8n is reached. */
	address?: string;
}

/** What came of a call. */
export interface Called {
	status: number;
	body: unknown;
	/** JSON of the items; null where no workflow starts. */
	items: IDataObject[] | null;
}

export interface Call {
	body: unknown;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	/** As it arrived; the JSON of the body where left out. */
	rawBody?: string;
}

/** A workflow with the trigger, in an n8n of its own. */
export interface WebhookWorkflow {
	/** As n8n does: asks, creates where needed, and takes everything back where that fails. */
	publish(activation?: WorkflowActivateMode): Promise<void>;
	deactivate(): Promise<void>;
	/** Listens for a test event in the editor, until it is ended. */
	listen(): Promise<void>;
	endTest(): Promise<void>;
	call(call: Call): Promise<Called>;
	callTest(call: Call): Promise<Called>;
	/** n8n ends and loses its memory; what it has stored stays. */
	crash(): void;
	/** What n8n has in its database. */
	stored(): { state?: IDataObject & { secret: string; configuration?: IDataObject } };
	edit(parameters: INodeParameters): void;
	/** What other processes of the same n8n know: whether the workflow is active. */
	setActive(isActive: boolean): void;
	readonly address: string;
	readonly warnings: string[];
}

/** A workflow of n8n's, as its active workflow manager and its test webhooks treat it. */
export function webhookWorkflow(settings: WebhookSettings): WebhookWorkflow {
	const { credential, workflowId = 'workflow-1', nodeId = 'webhook-1' } = settings;
	const { address = 'http://127.0.0.1:5678' } = settings;
	let { parameters } = settings;
	let stored: IDataObject = {};
	let ofTest: IDataObject = {};
	let isActive = false;
	const warnings: string[] = [];

	/** Each step has a workflow of its own, with what was stored before. */
	const enter = (data: IDataObject) => {
		const node: INode = {
			id: nodeId,
			name: 'NinjaOne Webhook Trigger',
			type: 'n8n-nodes-ninjaone.ninjaOneWebhookTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters,
			webhookId: `path-of-${workflowId}`,
			credentials: { ninjaOneRmmOAuth2Api: { id: 'credential-1', name: 'NinjaOne' } },
		};
		const workflow = workflowOf(node, nodeType, workflowId);
		workflow.active = isActive;
		const kept = workflow.getStaticData('node', node);
		Object.assign(kept, clone(data));
		const additionalData = {
			...additionalDataFor(credential),
			webhookBaseUrl: `${address}/webhook`,
			webhookTestBaseUrl: `${address}/webhook-test`,
		};
		return { node, workflow, kept, additionalData };
	};
	const hook = async (
		method: 'checkExists' | 'create' | 'delete',
		data: IDataObject,
		as: { mode: WorkflowExecuteMode; activation: WorkflowActivateMode; isTest?: boolean },
	) => {
		const { node, workflow, kept, additionalData } = enter(data);
		const webhook = { isTest: as.isTest } as IWebhookData;
		const { mode, activation } = as;
		const context = new HookContext(workflow, node, additionalData, mode, activation, webhook);
		Object.defineProperty(context, 'logger', { value: loggerInto(warnings) });
		const answer = await nodeType.webhookMethods.default[method].call(context);
		return { answer, kept: clone(kept) as IDataObject };
	};
	const receive = async (data: IDataObject, mode: WorkflowExecuteMode, call: Call) => {
		const { node, workflow, kept, additionalData } = enter(data);
		const { exchange, answered } = exchangeOf(call);
		const context = new WebhookContext(
			workflow,
			node,
			{ ...additionalData, ...exchange } as unknown as IWorkflowExecuteAdditionalData,
			mode,
			{} as IWebhookData,
			[],
			null,
		);
		Object.defineProperty(context, 'logger', { value: loggerInto(warnings) });
		const { workflowData, noWebhookResponse, webhookResponse } =
			await nodeType.webhook.call(context);
		const items = workflowData?.[0].map(({ json }) => json) ?? null;
		const response = noWebhookResponse ? answered() : { status: 200, body: webhookResponse };
		return { called: { ...response, items }, kept: clone(kept) as IDataObject };
	};
	const removal = { mode: 'internal', activation: 'update' } as const;

	return {
		address,
		warnings,
		stored: () => stored as ReturnType<WebhookWorkflow['stored']>,
		edit(changed) {
			parameters = changed;
		},
		setActive(active) {
			isActive = active;
		},
		async publish(activation = 'activate') {
			const as = { mode: 'trigger', activation } as const;
			let isPublished = false;
			try {
				const { answer, kept } = await hook('checkExists', stored, as);
				stored = answer ? kept : (await hook('create', kept, as)).kept;
				isPublished = true;
			} finally {
				if (!isPublished) stored = (await hook('delete', stored, removal)).kept;
			}
		},
		async deactivate() {
			stored = (await hook('delete', stored, removal)).kept;
		},
		async listen() {
			const as = { mode: 'manual', activation: 'manual', isTest: true } as const;
			ofTest = {};
			const { kept } = await hook('checkExists', ofTest, as);
			ofTest = (await hook('create', kept, as)).kept;
		},
		async endTest() {
			ofTest = (await hook('delete', ofTest, { ...removal, isTest: true })).kept;
		},
		async call(call) {
			const { called, kept } = await receive(stored, 'webhook', call);
			// n8n 2.41 does not store what a call has noted that starts a workflow.
			if (called.items === null) stored = kept;
			return called;
		},
		async callTest(call) {
			const { called, kept } = await receive(ofTest, 'manual', call);
			ofTest = kept;
			return called;
		},
		crash() {
			for (const isTest of [false, true]) dropClaims({ workflowId, nodeId, isTest });
			forgetState(`${workflowId} ${nodeId}`);
		},
	};
}

/** Express's request and response, as far as the trigger looks at them. */
function exchangeOf({
	body,
	headers = {},
	query = {},
	rawBody = JSON.stringify(body) ?? '',
}: Call) {
	let answer: Omit<Called, 'items'> = { status: 0, body: undefined };
	const httpResponse = {
		status(status: number) {
			answer = { ...answer, status };
			return httpResponse;
		},
		json(told: unknown) {
			answer = { ...answer, body: told };
			return httpResponse;
		},
	};
	const httpRequest = { headers, body, rawBody: Buffer.from(rawBody), params: {}, query };
	return { exchange: { httpRequest, httpResponse }, answered: () => answer };
}

/** The part of n8n that NinjaOne's calls arrive at. */
export interface Front {
	readonly address: string;
	/** Who gets the calls from now on. */
	lead(workflow: WebhookWorkflow): void;
	/** What came of the calls since, in order. */
	readonly calls: Called[];
	/** JSON of all items that started a workflow. */
	items(): IDataObject[];
	stop(): Promise<void>;
}

export async function startFront(): Promise<Front> {
	const app: FastifyInstance = fastify({ forceCloseConnections: true });
	const calls: Called[] = [];
	let workflow: WebhookWorkflow | undefined;
	app.post('/webhook/*', async ({ body, headers, query }, reply) => {
		const called = await workflow?.call({
			body,
			headers: headers as Record<string, string>,
			query: query as Record<string, string>,
		});
		if (called) calls.push(called);
		return await reply.code(called?.status ?? 404).send({});
	});
	const address = await app.listen({ port: 0, host: '127.0.0.1' });
	return {
		address,
		calls,
		lead(led) {
			calls.length = 0;
			workflow = led;
		},
		items: () => calls.flatMap(({ items }) => items ?? []),
		stop: async () => await app.close(),
	};
}

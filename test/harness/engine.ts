import {
	ExecuteContext,
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	WorkflowExecute,
} from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IBinaryKeyData,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
	type OnError,
} from 'n8n-workflow';
import type { File } from '../../api/form';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { CredentialStore, type TypedCredential } from './credentials';

export interface RunSettings {
	/** The node's parameters; expressions work. */
	parameters: INodeParameters;
	/** JSON of the input items; one empty item where left out. */
	items?: IDataObject[];
	/** Binary fields of every input item. */
	files?: Readonly<Record<string, File>>;
	credential: TypedCredential | CredentialStore;
	onError?: OnError;
	/** Most tries of Retry On Fail, with no wait to speak of between them. */
	tries?: number;
	/** How often the node runs in the execution, each time with the same items; 1 where left out. */
	runs?: number;
	/** Takes the place of the NinjaOne node. */
	nodeType?: INodeType;
	/** As an AI agent runs it. */
	asTool?: boolean;
	/** Handed the running execution, to cancel it. */
	onStart?: (cancel: () => void) => void;
}

/** What came out of a node that ran in n8n's own engine. */
export interface RunResult {
	/** JSON of the output items. */
	json: IDataObject[];
	items: INodeExecutionData[];
	error?: IDataObject & { message: string; description?: string };
	hints: NodeExecutionHint[];
	/** All that n8n would keep of the execution. */
	run: IRun;
}

const ninjaOne: INodeType = new NinjaOne();

const nodeName = 'NinjaOne';

export function ninjaOneNode(
	parameters: INodeParameters,
	onError?: OnError,
	tries?: number,
): INode {
	return {
		id: 'node-1',
		name: nodeName,
		type: 'n8n-nodes-ninjaone.ninjaOne',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { ninjaOneRmmOAuth2Api: { id: 'credential-1', name: 'NinjaOne' } },
		...(onError ? { onError } : {}),
		// n8n takes 0 ms for its standard of 1 s.
		...(tries ? { retryOnFail: true, maxTries: tries, waitBetweenTries: 1 } : {}),
	};
}

export function workflowOf(node: INode, nodeType: INodeType, id = 'workflow-1'): Workflow {
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	} as unknown as INodeTypes;
	return new Workflow({
		id,
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
		settings: { timezone: 'Europe/Berlin' },
	});
}

export function additionalDataFor(
	credential: TypedCredential | CredentialStore,
	hooks?: ExecutionLifecycleHooks,
): IWorkflowExecuteAdditionalData {
	const address = 'http://127.0.0.1:5678';
	return {
		credentialsHelper:
			credential instanceof CredentialStore ? credential : new CredentialStore(credential),
		hooks,
		executionId: '1',
		restApiUrl: address,
		instanceBaseUrl: address,
		formWaitingBaseUrl: address,
		webhookBaseUrl: address,
		webhookWaitingBaseUrl: address,
		webhookTestBaseUrl: address,
		variables: {},
		currentNodeExecutionIndex: 0,
		setExecutionStatus: () => {},
		sendDataToUI: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
}

/**
 * Runs the NinjaOne node for real, in n8n-core's engine, over n8n's own HTTP and OAuth2. The process has to import
 * reflect-metadata first.
 */
export async function runNode(settings: RunSettings): Promise<RunResult> {
	const { parameters, items = [{}], files, credential, onError, tries, onStart } = settings;
	const { nodeType = ninjaOne, asTool = false, runs = 1 } = settings;
	const node = ninjaOneNode(parameters, onError, tries);
	if (asTool) node.type += 'Tool';
	const workflow = workflowOf(node, nodeType);
	const hooks = new ExecutionLifecycleHooks('manual', '1', {} as never);
	const binary = files && binaryOf(files);
	const input = items.map((json, item) => ({
		json,
		pairedItem: { item },
		...(binary ? { binary } : {}),
	}));
	const engine = new WorkflowExecute(
		additionalDataFor(credential, hooks),
		'manual',
		createRunExecutionData({
			executionData: {
				nodeExecutionStack: Array.from({ length: runs }, () => ({
					node,
					data: { main: [input] },
					source: null,
				})),
			},
		}),
	);
	const finished = engine.processRunExecutionData(workflow);
	onStart?.(() => finished.cancel());
	return resultOf(await finished);
}

/** Files as n8n hands them from node to node where it keeps them in memory. */
const binaryOf = (files: Readonly<Record<string, File>>): IBinaryKeyData =>
	Object.fromEntries(
		Object.entries(files).map(([field, { fileName, mimeType, content }]) => [
			field,
			{ fileName, mimeType, data: content.toString('base64') },
		]),
	);

function resultOf(run: IRun): RunResult {
	const task = run.data.resultData.runData[nodeName]?.[0];
	const items = task?.data?.main[0] ?? [];
	const error = (task?.error ?? run.data.resultData.error) as RunResult['error'];
	return {
		items,
		json: items.map(({ json }) => json),
		...(error ? { error } : {}),
		hints: task?.hints ?? [],
		run,
	};
}

/**
 * The context in which n8n-core runs the node, for tests of how parameters are read: `write` swaps them at once, where
 * the engine would build a workflow for each set. Expressions see the one input item.
 */
export function readingContext(json: IDataObject, credential: TypedCredential) {
	const node = ninjaOneNode({});
	const workflow = workflowOf(node, ninjaOne);
	const input = { main: [[{ json, pairedItem: { item: 0 } }]] };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalDataFor(credential),
		'manual',
		createRunExecutionData(),
		0,
		input.main[0],
		input,
		{ node, data: input, source: null },
		[],
	);
	const write = (parameters: INodeParameters) => {
		node.parameters = parameters;
	};
	return { context, write };
}

/** The context in which the editor loads lists for a node with these parameters. */
export function editorContext(
	credential: TypedCredential | CredentialStore,
	parameters: INodeParameters = {},
): LoadOptionsContext {
	const node = ninjaOneNode(parameters);
	const additionalData = { ...additionalDataFor(credential), currentNodeParameters: parameters };
	return new LoadOptionsContext(workflowOf(node, ninjaOne), node, additionalData, '');
}

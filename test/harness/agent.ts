import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { CredentialStore, type TypedCredential } from './credentials';
import { additionalDataFor, ninjaOneNode } from './engine';

/** A tool as n8n hands it to an agent. */
interface Tool {
	invoke(args: IDataObject): Promise<unknown>;
}

export interface AgentSettings {
	/** The tool's parameters; `$fromAI` works. */
	parameters: INodeParameters;
	/** What the agent gives, call by call. */
	calls?: IDataObject[];
	credential: TypedCredential | CredentialStore;
	/** Most tries of Retry On Fail. */
	tries?: number;
	/** Takes the place of the NinjaOne node. */
	nodeType?: INodeType;
}

/** What an agent is told, call by call: what the tool gives, or the message of what it throws. */
export async function callAsAgent(settings: AgentSettings): Promise<string[]> {
	const { parameters, calls = [{}], credential, tries, nodeType = new NinjaOne() } = settings;
	const heard: string[] = [];
	const agent = nodeTypeOf(['main', NodeConnectionTypes.AiTool], ['main'], async function () {
		const tools = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
		for (const args of calls) {
			const answer = await tools[0]
				.invoke(args)
				.then(String, (error: unknown) => (error as Error).message);
			heard.push(answer);
		}
		return [[]];
	});
	const { description, execute } = nodeType;
	const tool = { ...nodeTypeOf([], [NodeConnectionTypes.AiTool], execute), description };
	tool.description = { ...description, inputs: [], outputs: [NodeConnectionTypes.AiTool] };
	const toolNode = ninjaOneNode(parameters, undefined, tries);
	toolNode.type += 'Tool';
	const agentNode: INode = {
		...toolNode,
		id: 'agent',
		name: 'Agent',
		type: 'agent',
		parameters: {},
	};
	delete agentNode.retryOnFail;
	const workflow = new Workflow({
		id: 'workflow-1',
		nodes: [agentNode, toolNode],
		connections: {
			[toolNode.name]: {
				ai_tool: [[{ node: 'Agent', type: NodeConnectionTypes.AiTool, index: 0 }]],
			},
		},
		active: false,
		nodeTypes: {
			getByNameAndVersion: (type: string) => (type === 'agent' ? agent : tool),
		} as unknown as INodeTypes,
		settings: { timezone: 'Europe/Berlin' },
	});
	const stack = [{ node: agentNode, data: { main: [[{ json: {} }]] }, source: null }];
	const run = await new WorkflowExecute(
		additionalDataFor(credential, new ExecutionLifecycleHooks('manual', '1', {} as never)),
		'manual',
		createRunExecutionData({ executionData: { nodeExecutionStack: stack } }),
	).processRunExecutionData(workflow);
	if (run.data.resultData.error) throw run.data.resultData.error;
	return heard;
}

type Connections = INodeType['description']['inputs'];

function nodeTypeOf(
	inputs: Connections,
	outputs: INodeType['description']['outputs'],
	execute: INodeType['execute'],
): INodeType {
	const description = {
		displayName: 'Trial',
		name: 'trial',
		group: ['transform' as const],
		version: 1,
		description: 'Is tried',
		defaults: { name: 'Trial' },
		inputs,
		outputs,
		properties: [],
	};
	return { description, execute };
}

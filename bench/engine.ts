import type { INodeExecutionData, INodeType } from 'n8n-workflow';
import * as harness from '../test/harness/engine';

/**
 * Runs a node in n8n-core's engine.
 * @returns the items that came out
 * @throws what the node threw: a run that failed has no time worth knowing
 */
export async function runNode(
	nodeType: INodeType,
	run: Omit<harness.RunSettings, 'nodeType'>,
): Promise<INodeExecutionData[]> {
	const { items, error } = await harness.runNode({ ...run, nodeType });
	if (error) throw new Error(error.message, { cause: error });
	return items;
}

import type { IExecuteFunctions } from 'n8n-workflow';
import { inputError, type NinjaOneError } from '../api/errors';

/**
 * A switch that the author of the workflow alone sets. What an AI agent fills in reaches a node as an expression
 * ($fromAI), like what comes from items. n8n takes the "=" from most expressions where none is allowed and so leaves
 * text: text of any kind is not what a switch in the node gives.
 */
export function refuseExpression(written: unknown, label: string): void {
	if (typeof written === 'string') throw onlyByAuthor(label, 'Switch it on or off in the node.');
}

/**
 * What the node does is the author's, too: an expression could turn a look into a deletion, and n8n would read it for
 * the first item alone. Names of resources and operations are single words.
 */
export function authorsChoice(
	context: Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter'>,
	name: 'resource' | 'operation',
	label: string,
): string {
	const written = context.getNode().parameters[name];
	if (written !== undefined && !/^\w+$/.test(String(written))) {
		throw onlyByAuthor(label, 'Choose it in the node. For an agent, make one tool per operation.');
	}
	return context.getNodeParameter(name, 0) as string;
}

const onlyByAuthor = (label: string, advice: string): NinjaOneError =>
	inputError(
		label,
		'cannot be set by an expression or an AI agent, so nothing was sent to NinjaOne',
		advice,
	);

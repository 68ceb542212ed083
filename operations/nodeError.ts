import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';
import { NinjaOneError } from '../api/errors';

/** Whether an AI agent calls the node: n8n offers it to agents under a type of its own. */
export const isTool = ({ type }: INode) => type.endsWith('Tool');

/**
 * An error as n8n shows it. Errors of ours are built anew from their words: n8n keeps the message of an error that it
 * wraps, and with it the request and its bearer token. An AI agent is shown the message alone, so it holds the advice.
 * @param itemIndex the input item it belongs to; absent where lists are loaded for the editor
 */
export function toNodeError(node: INode, error: unknown, itemIndex?: number, progress?: string) {
	if (!(error instanceof NinjaOneError)) {
		const known = error instanceof Error ? error : new Error(String(error));
		return new NodeOperationError(node, known, { itemIndex });
	}
	const { status, failure } = error;
	const description = [error.description, progress].filter(Boolean).join(' ') || undefined;
	const message = description && isTool(node) ? `${error.message}. ${description}` : error.message;
	const options = { message, description, itemIndex, failure };
	if (status === undefined) return new NodeOperationError(node, message, options);
	return new NodeApiError(node, {} as JsonObject, { ...options, httpCode: String(status) });
}

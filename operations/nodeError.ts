import {
	NodeApiError,
	NodeOperationError,
	type INode,
	type JsonObject,
	type NodeError,
} from 'n8n-workflow';
import { NinjaOneError } from '../api/errors';

/** Whether an AI agent calls the node: n8n offers it to agents under a type of its own. */
export const isTool = ({ type }: INode) => type.endsWith('Tool');

/** What an error says: what happened, and what to do. */
export interface Words {
	message: string;
	description?: string;
}

/**
 * An error as n8n shows it. Errors of ours are built anew from their words: n8n keeps the message of an error that it
 * wraps, and with it the request and its bearer token. An AI agent is shown the message alone, so it holds the advice.
 * @param itemIndex the input item it belongs to; absent where lists are loaded for the editor
 * @param words what it says, where that is more than the error's own words
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
	words: Words = wordsOf(error),
): NodeError {
	const { message, description } = words;
	const whole = isTool(node) && description ? `${message}. ${description}` : message;
	return withWords(wordless(node, error, itemIndex), { message: whole, description });
}

function wordless(node: INode, error: unknown, itemIndex: number | undefined): NodeError {
	if (!(error instanceof NinjaOneError)) {
		const known = error instanceof Error ? error : new Error(String(error));
		return new NodeOperationError(node, known, { itemIndex });
	}
	const { status, failure } = error;
	// What a tool throws is wrapped by n8n once more, with new words, unless it is an operation's error.
	if (status === undefined || isTool(node)) {
		return new NodeOperationError(node, unwritten, { itemIndex, failure });
	}
	const options = { message: unwritten, itemIndex, failure, httpCode: String(status) };
	return new NodeApiError(node, {} as JsonObject, options);
}

/** Stands in for the message while an error is made. */
const unwritten = 'NinjaOne failed';

/**
 * Puts a finished error into these words. In the message that an error is made with, n8n looks for words such as EACCES
 * and ECONNRESET, inside others too ("remoteAccessId"), and puts a sentence of its own in its place (n8n-workflow,
 * node.error.js).
 */
function withWords(error: NodeError, { message, description }: Words): NodeError {
	error.stack = error.stack?.replace(error.message, () => message);
	error.message = message;
	error.messages = [];
	error.description = description;
	return error;
}

/** What an error says by itself. An error of n8n's keeps the message that n8n has put another one in place of. */
export function wordsOf(error: unknown): Words {
	if (!(error instanceof Error)) return { message: String(error) };
	const changed = error instanceof NodeOperationError ? error.messages.at(-1) : undefined;
	const { description } = error as { description?: string | null };
	return { message: changed ?? error.message, description: description ?? undefined };
}

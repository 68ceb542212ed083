/** The two APIs by which n8n's OpenAI Chat Model may speak, as far as an agent needs them. */

/**
 * @typedef {object} Conversation what a request of either API holds
 * @property {string} prompt what the person said last
 * @property {string[]} answers what the tools gave since then
 * @property {Tool[]} tools
 *
 * @typedef {{ name: string, description: string, parameters: object }} Tool
 * @typedef {{ tool: string, input: object } | string} Move a call of a tool, or what is said at the end
 */

const textOf = (content) =>
	typeof content === 'string' ? content : content.map(({ text }) => text).join('');

/** What came after the person's last words. */
function sincePrompt(messages) {
	const at = messages.findLastIndex(({ role }) => role === 'user');
	return { prompt: textOf(messages[at].content), after: messages.slice(at + 1) };
}

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

export const completions = {
	/** @returns {Conversation} */
	read({ messages, tools = [] }) {
		const { prompt, after } = sincePrompt(messages);
		return {
			prompt,
			answers: after.filter(({ role }) => role === 'tool').map(({ content }) => textOf(content)),
			tools: tools.map((tool) => tool.function),
		};
	},
	/** @param {Move} move */
	write(move, id) {
		const said = typeof move === 'string';
		const message = said
			? { role: 'assistant', content: move }
			: { role: 'assistant', content: null, tool_calls: [toolCall(move, id)] };
		return {
			id: `chatcmpl-${id}`,
			object: 'chat.completion',
			created: 0,
			model: 'scripted',
			choices: [{ index: 0, message, finish_reason: said ? 'stop' : 'tool_calls' }],
			usage,
		};
	},
};

const toolCall = ({ tool, input }, id) => ({
	id: `call_${id}`,
	type: 'function',
	function: { name: tool, arguments: JSON.stringify(input) },
});

export const responses = {
	/** @returns {Conversation} */
	read({ input, tools = [] }) {
		const { prompt, after } = sincePrompt(input);
		return {
			prompt,
			answers: after
				.filter(({ type }) => type === 'function_call_output')
				.map(({ output }) => textOf(output)),
			tools,
		};
	},
	/** @param {Move} move */
	write(move, id) {
		return {
			id: `resp_${id}`,
			object: 'response',
			created_at: 0,
			status: 'completed',
			model: 'scripted',
			output: [typeof move === 'string' ? outputMessage(move, id) : functionCall(move, id)],
			usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
		};
	},
};

const outputMessage = (text, id) => ({
	type: 'message',
	id: `msg_${id}`,
	role: 'assistant',
	status: 'completed',
	content: [{ type: 'output_text', text, annotations: [] }],
});

const functionCall = ({ tool, input }, id) => ({
	type: 'function_call',
	id: `fc_${id}`,
	call_id: `call_${id}`,
	name: tool,
	arguments: JSON.stringify(input),
	status: 'completed',
});

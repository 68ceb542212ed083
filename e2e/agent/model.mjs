/** A chat model on loopback that follows a script, and notes what the tools told it. */

import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { completions, responses } from './formats.mjs';

const APIS = { '/v1/chat/completions': completions, '/v1/responses': responses };

/**
 * @typedef {(...answers: any[]) => import('./formats.mjs').Move} Step
 *   the model's next move, given what the tools have answered so far
 *
 * @typedef {object} Talk what came of one prompt
 * @property {import('./formats.mjs').Tool[]} tools that the model was offered
 * @property {any[]} answers of the tools, in order; what is JSON is parsed
 *
 * @typedef {object} Model
 * @property {string} url its base address, for the credential
 * @property {(prompt: string, ...steps: Step[]) => Talk} learn what to do when somebody says this
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Model>} */
export async function startModel() {
	const known = new Map();
	let moves = 0;

	function answer(path, body) {
		const api = APIS[path];
		if (!api) throw new Error(`The model knows no ${path}`);
		const { prompt, answers, tools } = api.read(body);
		const { steps, talk } = known.get(prompt) ?? {};
		if (!steps) throw new Error(`The model has no script for "${prompt}"`);
		Object.assign(talk, { tools, answers: answers.map(parsed) });
		const step = steps[answers.length] ?? (() => 'Done');
		return api.write(step(...talk.answers), ++moves);
	}

	const server = createServer(async (request, response) => {
		const [status, body] = await json(request)
			.then((sent) => [200, answer(request.url, sent)])
			.catch(({ message }) => [400, { error: { message } }]);
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end(JSON.stringify(body));
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}/v1`,
		learn(prompt, ...steps) {
			const talk = { tools: [], answers: [] };
			known.set(prompt, { steps, talk });
			return talk;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

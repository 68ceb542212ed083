import type { INodeType } from 'n8n-workflow';
import { get, post } from '../../api/endpoint';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { text } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { callAsAgent } from '../harness/agent';
import { runNode } from '../harness/engine';
import { credential, ninjaOne } from '../harness/nock';
import { operationsNode } from '../harness/nodeTypes';
import { readText } from '../rules/files.js';

/** In a message with one of these words n8n puts a sentence of its own. */
const table = [
	...readText('node_modules/n8n-workflow/dist/cjs/errors/abstract/node.error.js').matchAll(
		/^ {4}([A-Z_]+): (["'])(.+)\2,$/gm,
	),
].map(([, word, , sentence]) => ({ word, sentence }));

const organization = get('/v2/organization/{id}');
const reboot = post('/v2/device/{id}/reboot/NORMAL', {
	effect: 'dispatch',
	undocumented: 'for this test',
});

/** A node that refuses a value, that NinjaOne refuses, and whose order gets no answer. */
const nodeOf = (word: string): INodeType =>
	operationsNode({
		trial: {
			name: 'Trial',
			description: 'Operations for this test',
			operations: {
				input: operation({
					name: 'Input',
					action: 'Try input',
					description: 'Refuses its value',
					endpoints: [organization],
					fields: { value: text({ displayName: 'Value', description: 'A value' }) },
					request() {
						throw inputError(
							`remote${word}Id`,
							'is empty',
							`Give the "${word}" of the organization.`,
						);
					},
				}),
				refused: operation({
					name: 'Refused',
					action: 'Try a refusal',
					description: 'Is refused',
					endpoints: [organization],
					fields: {},
					request: () => call(organization, { path: { id: 7 } }),
				}),
				lost: operation({
					name: 'Lost',
					action: 'Try a lost answer',
					description: 'Gets no answer',
					endpoints: [reboot],
					fields: {},
					request: () => call(reboot, { path: { id: 7 } }),
				}),
			},
		},
	});

/** What goes wrong with a word in it, and what is said then. */
const troubles = {
	input: (word: string) => ({
		message: `Parameter "remote${word}Id" is empty`,
		description: `Give the "${word}" of the organization.`,
	}),
	refused: (word: string) => {
		ninjaOne()
			.get('/v2/organization/7')
			.reply(400, { resultCode: 'FAILURE', errorMessage: `"pre${word}ing Ltd" is closed` });
		return {
			message: `NinjaOne did not accept the request: "pre${word}ing Ltd" is closed`,
			description: 'Check the values of this node against what NinjaOne expects.',
		};
	},
	lost: (word: string) => {
		ninjaOne()
			.post('/v2/device/7/reboot/NORMAL')
			.replyWithError(Object.assign(new Error(word), { code: word }));
		return {
			message: expect.stringMatching(/^No answer from NinjaOne: .*carried out/) as string,
			description: expect.stringMatching(`code ${word}`) as string,
		};
	},
};
type Trouble = keyof typeof troubles;

const words = table.flatMap(({ word }) => [word, word.toLowerCase()]);
const tries = Object.keys(troubles).flatMap((trouble) =>
	words
		.filter((word) => trouble !== 'lost' || /^E[A-Z_]+$/.test(word))
		.map((word) => [trouble as Trouble, word] as const),
);

const sentencesIn = (kept: unknown) =>
	table
		.map(({ sentence }) => sentence)
		.filter((sentence) => JSON.stringify(kept).includes(sentence));

it("n8n's table of words is found", () => {
	expect(table.length).toBeGreaterThan(10);
	expect(table).toContainEqual({ word: 'EPERM', sentence: expect.stringMatching(/not permitted/) });
});

describe.each(tries)('of a failure (%s) with the word %s in it', (trouble, word) => {
	const settings = {
		nodeType: nodeOf(word),
		parameters: { resource: 'trial', operation: trouble, value: 'x' },
		credential,
	};

	it("people read the package's own sentence, and n8n saves it", async () => {
		const said = troubles[trouble](word);
		const { error, run } = await runNode(settings);
		expect(error).toMatchObject(said);
		expect(sentencesIn(run.data)).toEqual([]);
	});

	it('so do they in an item, where the node goes on', async () => {
		const said = troubles[trouble](word);
		const { json, run } = await runNode({ ...settings, onError: 'continueRegularOutput' });
		expect(json).toEqual([{ error: said.message }]);
		expect(sentencesIn(run.data)).toEqual([]);
	});

	it('so do they at the error output', async () => {
		const said = troubles[trouble](word);
		const { run } = await runNode({ ...settings, onError: 'continueErrorOutput' });
		const [[task]] = Object.values(run.data.resultData.runData);
		expect(task.data?.main[1]).toEqual([
			expect.objectContaining({ json: expect.objectContaining({ error: said.message }) }),
		]);
		expect(sentencesIn(run.data)).toEqual([]);
	});

	it('so does an agent, with the advice', async () => {
		const said = troubles[trouble](word);
		const [heard] = await callAsAgent(settings);
		expect(heard).toEqual(
			typeof said.message === 'string' ? `${said.message}. ${said.description}` : said.message,
		);
		expect(heard).toContain(word);
		expect(sentencesIn(heard)).toEqual([]);
	});
});

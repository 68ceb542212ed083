import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { CredentialStore, technicianOf } from '../harness/credentials';
import { runNode, type RunResult } from '../harness/engine';
import { bearer, byId, credential, mockServer, ninjaOne, secret, server } from '../harness/nock';
import { withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 40, organizations: 2 });

const word = 'p&ss"w\u00f6rd that must not be seen';

/** Everything that n8n keeps of what came out, but the node's own parameters and its input. */
function kept({ items, error, hints }: RunResult): string {
	const told = { ...error, node: undefined, message: error?.message, stack: error?.stack };
	return JSON.stringify({ items, told, hints });
}

function expectNone(result: RunResult, ...secrets: string[]) {
	const text = kept(result);
	for (const each of secrets) {
		for (const look of [each, encodeURIComponent(each), JSON.stringify(each).slice(1, -1)]) {
			expect(text).not.toContain(JSON.stringify(look).slice(1, -1));
		}
	}
}

describe('what was written as a secret', () => {
	const addSecure = {
		resource: 'relatedItem',
		operation: 'addSecure',
		entityType: 'ORGANIZATION',
		entityId: '1',
		name: 'Router',
		password: '={{ $json.secret }}',
	};
	const path = '/v2/related-items/entity/ORGANIZATION/1/secure';
	const run = async (parameters: INodeParameters = addSecure) =>
		await runNode({ parameters, items: [{ secret: word }], credential });

	it.each([
		['under a name of its own', { id: 7, note: `kept ${word}` }],
		['in a kind of item that holds none', { id: 7, relEntityType: 'DEVICE', value: word }],
		['as a name', { id: 7, values: { [word]: true } }],
		['in a list in a list', { id: 7, history: [[{ was: [word] }]] }],
		['as a part of JSON text', { id: 7, raw: JSON.stringify({ password: word }) }],
		['in an address', { id: 7, url: `https://x.example/?p=${encodeURIComponent(word)}` }],
		['in HTML', { id: 7, html: '<b>p&amp;ss&quot;w\u00f6rd that must not be seen</b>' }],
	])('does not come out where NinjaOne repeats it %s', async (_, answer) => {
		ninjaOne().post(path).reply(200, answer);
		const result = await run();
		expect(result.json[0].id).toBe(7);
		expectNone(result, word, 'must not be seen');
	});

	it('does not come out in half, where a long refusal is cut', async () => {
		// Of whatever length the text before it is, the cut must not spare a part of it.
		for (let before = 440; before < 520; before += 6) {
			nock.cleanAll();
			const errorMessage = `${'x'.repeat(before)}${word}${'y'.repeat(500)}`;
			ninjaOne().post(path).reply(400, { resultCode: 'FAILURE', errorMessage });
			const result = await run();
			expect(result.error?.message.length).toBeLessThan(700);
			expectNone(result, word.slice(0, 6), 'that must');
		}
	});
});

describe('what signs the node in', () => {
	const refresh = 'refresh-token-that-must-not-be-seen';
	const get = { resource: 'device', operation: 'get', deviceId: byId(7) };

	it.each([
		['a refusal', 400, { resultCode: 'FAILURE', errorMessage: '' }],
		['a success that is none', 200, { resultCode: 'FAILURE', errorMessage: '' }],
	])('is hidden where %s repeats it', async (_, status, body) => {
		const errorMessage = `Bearer ${bearer}, secret ${secret}, refresh ${refresh}`;
		mockServer(server)
			.get('/v2/device/7')
			.reply(status, { ...body, errorMessage });
		const store = new CredentialStore(credential, {
			access_token: bearer,
			refresh_token: refresh,
			token_type: 'Bearer',
		});
		const result = await runNode({ parameters: get, credential: store });
		expect(result.error?.message).toMatch(
			/Bearer \[hidden\], secret \[hidden\], refresh \[hidden\]/,
		);
		expectNone(result, bearer, secret, refresh);
	});

	it('is hidden where the refusal of a token repeats it', async () => {
		mockServer(server)
			.post('/ws/oauth/token')
			.reply(400, { error: 'odd', error_description: `no: client_secret=${secret}` });
		const result = await runNode({ parameters: get, credential });
		expect(result.error?.message).toMatch(/client_secret=\[hidden\]/);
		expectNone(result, secret);
	});
});

describe("a script's parameters that are marked as secret", () => {
	const run = {
		resource: 'script',
		operation: 'run',
		deviceId: byId(5),
		runnable: byId('SCRIPT:801'),
		parameters: '={{ $json.secret }}',
		isSecret: true,
	};
	const parameters = 'user=administrator hunter-2-hunter "two words"';
	const parts = ['administrator', 'hunter-2-hunter', 'two words'];
	const execute = async (more: INodeParameters = {}, over = technicianOf(simulator)) =>
		await runNode({
			parameters: { ...run, ...more },
			items: [{ secret: parameters }],
			credential: over,
		});

	it('are sent as they are, and are not in the output, also where the device repeats them', async () => {
		const result = await execute({ wait: true });
		const [sent] = simulator.requests.matching({ method: 'POST', path: /script\/run$/ });
		expect(sent.body).toMatchObject({ parameters });
		expect(result.json[0].outcome).toBe('success');
		expectNone(result, parameters, ...parts);
	});

	it('are not in a dry run', async () => {
		const result = await execute({ options: { dryRun: true } });
		expect(result.json[0]).toMatchObject({ dryRun: true, method: 'POST' });
		expectNone(result, parameters, ...parts);
	});

	it('are not in an error', async () => {
		ninjaOne()
			.post('/v2/device/5/script/run')
			.reply(400, { resultCode: 'FAILURE', errorMessage: `Cannot run with ${parameters}` });
		const result = await execute({}, new CredentialStore(credential));
		expect(result.error?.message).toMatch(/Cannot run with \[hidden\]/);
		expectNone(result, parameters, ...parts);
	});

	it('may be a whole script', async () => {
		const script = 'Connect-It -Password hunter-2-hunter\nGet-Volume';
		const bridge = simulator.state.scripts
			.all()
			.find(({ name }) => name === 'n8n Bridge: PowerShell');
		const given = {
			resource: 'script',
			operation: 'runPowerShell',
			deviceId: byId(5),
			bridgeScriptId: bridge?.id ?? 0,
			script: '={{ $json.secret }}',
			isSecret: true,
		};
		for (const more of [{ wait: true }, { options: { dryRun: true } }]) {
			const result = await runNode({
				parameters: { ...given, ...more },
				items: [{ secret: script }],
				credential: technicianOf(simulator),
			});
			expect(result.error).toBeUndefined();
			expectNone(result, script, 'hunter-2-hunter', Buffer.from(script).toString('base64'));
		}
	});
});

describe('a file that NinjaOne keeps elsewhere', () => {
	const download = {
		resource: 'knowledgeBaseArticle',
		operation: 'download',
		articleId: byId(7),
		outputField: 'data',
	};
	const run = async () => await runNode({ parameters: download, credential });
	const redirectTo = (location: string) => {
		ninjaOne().get('/v2/knowledgebase/article/7/download').reply(302, '', { location });
	};

	it('is followed over several hosts, never with the token', async () => {
		redirectTo('https://one.example/a');
		const tokens: unknown[] = [];
		const seen = function (this: nock.ReplyFnContext) {
			tokens.push(this.req.headers.authorization);
			return '';
		};
		mockServer('https://one.example').get('/a').reply(307, seen, { location: '/b' });
		mockServer('https://one.example')
			.get('/b')
			.reply(302, seen, { location: 'https://two.example/c' });
		mockServer('https://two.example')
			.get('/c')
			.reply(200, function () {
				tokens.push(this.req.headers.authorization);
				return 'content';
			});
		const { json, error } = await run();
		expect([error, json[0].size]).toEqual([undefined, 'content'.length]);
		expect(tokens).toEqual([undefined, undefined, undefined]);
	});

	const forbidden = ['http://one.example/b', 'ftp://one.example/b', 'file:///etc/passwd'];
	it.each(forbidden)('is not followed to %s', async (place) => {
		const away = mockServer('http://one.example').get('/b').reply(200, 'x');
		redirectTo(place);
		const { error } = await run();
		expect(error?.message).toMatch(/another address \(HTTP 302\), which was not followed/);
		expect(away.isDone()).toBe(false);
	});

	it.each(forbidden)('is not followed to %s from there', async (place) => {
		const away = mockServer('http://one.example').get('/b').reply(200, 'x');
		redirectTo('https://one.example/a');
		mockServer('https://one.example').get('/a').reply(302, '', { location: place });
		const { error } = await run();
		expect(error?.message).toMatch(/another address \(HTTP 302\), which was not followed/);
		expect(away.isDone()).toBe(false);
	});

	it('is not followed in a circle', async () => {
		redirectTo('https://one.example/a');
		let asked = 0;
		mockServer('https://one.example')
			.persist()
			.get('/a')
			.reply(
				302,
				() => {
					asked += 1;
					return '';
				},
				{ location: '/a' },
			);
		const { error } = await run();
		expect(error?.message).toMatch(/which was not followed/);
		expect(asked).toBe(5);
	});
});

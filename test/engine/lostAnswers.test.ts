import { connect } from '../../api/connection';
import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { send } from '../../api/send';
import { createBetween, type Between, type OwnAnswer } from '../harness/between';
import { CredentialStore, technicianOf } from '../harness/credentials';
import { editorContext, runNode } from '../harness/engine';
import { byId } from '../harness/nock';
import { nodeType } from '../harness/nodeTypes';
import { withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 10 });

let between: Between;
let credential: CredentialStore;
beforeAll(async () => {
	between = await createBetween(simulator.url);
	credential = technicianOf({ ...simulator, url: between.url });
});
beforeEach(() => {
	between.sent.length = 0;
});
afterAll(async () => {
	await between.stop();
});

const answerAll = (answer: OwnAnswer) => {
	between.answer = () => answer;
};
const device = { resource: 'device', deviceId: byId(1) };
const reboot = { ...device, operation: 'reboot', mode: 'NORMAL' };
const get = { ...device, operation: 'get' };

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** What is not HTTP, or less of it than was promised. */
const broken: Record<string, string> = {
	'something that is not HTTP': 'SSH-2.0-OpenSSH_9.6\r\n\r\n',
	'a length that is no number': `${head}Content-Length: abc\r\n\r\n{}`,
	'two lengths that differ': `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
	'less than the length says': `${head}Content-Length: 200\r\n\r\n{"id": 1`,
	'a chunk without a size': `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`,
	'headers without end': `${head}X-Long: ${'x'.repeat(100_000)}\r\n\r\n{}`,
	'a body that is not packed as it says': `${head}Content-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnot gzip`,
	'no answer at all': '',
};

describe('an answer that breaks the rules of HTTP', () => {
	it.each(Object.entries(broken))(
		'(%s) is a lost one: a reboot may have been carried out, and is not sent again',
		async (_, raw) => {
			answerAll({ raw: [raw] });
			const { error } = await runNode({ parameters: reboot, credential });
			expect(error?.message).toMatch(/^No answer from NinjaOne.*may have been carried out/);
			expect(between.sent).toHaveLength(1);
		},
	);

	it.each(Object.entries(broken))('(%s) is asked for again by a read', async (_, raw) => {
		between.answer = () => (between.sent.length === 1 ? { raw: [raw] } : undefined);
		const { json, error } = await runNode({ parameters: get, credential });
		expect([error, json[0].id]).toEqual([undefined, 1]);
		expect(between.sent).toHaveLength(2);
	});
});

describe('the time-out', () => {
	/** A byte now and then: the connection is never idle for long. */
	const dripping: OwnAnswer = {
		raw: [`${head}Content-Length: 5000\r\n\r\n`, ...' '.repeat(4000)],
		everyMs: 20,
	};
	const timeoutMs = 150;

	it('of a node ends a whole answer, whose bytes keep coming', async () => {
		answerAll(dripping);
		// A node of its own, since the parameter counts in seconds.
		const trial = nodeType(async function () {
			const connection = await connect(this, { timeoutMs });
			const failed = await send(connection, call(devices.list)).catch((error: Error) => error);
			return [[{ json: { failed: String(failed) } }]];
		}, []);
		const { json } = await runNode({ nodeType: trial, parameters: {}, credential });
		expect(json[0].failed).toMatch(/No answer from NinjaOne 6 times/);
	});

	it('of the editor, too', async () => {
		answerAll(dripping);
		const connection = await connect(editorContext(credential), { timeoutMs });
		await expect(send(connection, call(devices.list))).rejects.toThrow(/No answer from NinjaOne/);
	});
});

describe('an answer that is too large', () => {
	const announced = { status: 200, headers: { 'content-length': String(300 * 1024 * 1024) } };

	it('is told with what to do, as soon as it is announced', async () => {
		answerAll(announced);
		const parameters = { resource: 'device', operation: 'getMany', returnAll: true };
		const { error } = await runNode({ parameters, credential });
		expect(error?.message).toMatch(/larger than 200 MB/);
		expect(error?.description).toMatch(/filter/);
		expect(between.sent).toHaveLength(1);
	});

	it('of a change says that the change may be done', async () => {
		answerAll(announced);
		const { error } = await runNode({ parameters: reboot, credential });
		expect(error?.message).toMatch(/larger than 200 MB.*may have been carried out/);
		expect(between.sent).toHaveLength(1);
	});
});

describe('an answer of 401', () => {
	it('is followed by one request with a new token, which n8n sends, and by none of the node', async () => {
		answerAll({ status: 401, headers: { 'content-type': 'application/json' }, body: '{}' });
		const store = new CredentialStore({
			region: 'custom',
			customHost: between.url,
			clientId: 'simulator-full',
			clientSecret: 'simulator-full-secret',
			apiScopes: 'monitoring management',
		});
		const { error } = await runNode({ parameters: reboot, credential: store });
		expect(error?.message).toMatch(/did not accept the token/);
		expect(between.sent).toHaveLength(2);
	});
});

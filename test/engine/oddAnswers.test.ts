import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Endpoint } from '../../api/endpoint';
import { resources } from '../../resources';
import { createBetween, type Between, type OwnAnswer } from '../harness/between';
import { CredentialStore, technicianOf } from '../harness/credentials';
import { fills, operationKeys } from '../harness/drive';
import { runNode, type RunResult } from '../harness/engine';
import { samples } from '../harness/samples';
import { pendingDevice, someUid } from '../harness/samples/common';
import { sampleFiles } from '../harness/samples/files';
import { withSimulator } from '../harness/simulated';

const simulator = withSimulator({ organizations: 3, devices: 60 });

let between: Between;
let credential: CredentialStore;
beforeAll(async () => {
	between = await createBetween(simulator.url);
	credential = technicianOf({ ...simulator, url: between.url });
});
afterAll(async () => {
	await between.stop();
});

const answer = (type: string, body: string): OwnAnswer => ({
	status: 200,
	headers: { 'content-type': type },
	body,
});
const json = (value: unknown) => answer('application/json', JSON.stringify(value));

/** What NinjaOne, or something on the way to it, answers with a good status now and then. */
const odd = {
	number: json(5),
	text: json('Too many requests'),
	plainText: answer('text/plain', 'Too many requests'),
	page: answer('text/html', '<html><body>Too many requests</body></html>'),
	failure: json({ resultCode: 'FAILURE', errorMessage: 'Not now', incidentId: '1' }),
	failures: json([{ resultCode: 'FAILURE', errorMessage: 'Not now' }]),
	false: json(false),
	errorCode: json({ errorCode: 'access_denied', message: 'Not you' }),
	numbers: json([1, 2]),
	null: json(null),
	nothing: { status: 204 },
	empty: json({}),
	stranger: json({ unheardOf: true }),
	emptyStrangers: json([{}]),
} satisfies Record<string, OwnAnswer>;
type Odd = keyof typeof odd;

/** Refused wherever they come. */
const neverGood: Odd[] = ['text', 'plainText', 'page', 'failure', 'failures', 'false', 'errorCode'];
const noRecord: Odd[] = [...neverGood, 'number', 'numbers', 'null', 'nothing'];

/** By what an endpoint answers with, the answers that cannot be a success. */
const wrong: Record<Endpoint['answers'], Odd[]> = {
	nothing: [...neverGood, 'number'],
	record: [...noRecord, 'empty', 'emptyStrangers'],
	values: [...noRecord, 'emptyStrangers'],
	list: [...noRecord, 'empty', 'stranger'],
	any: neverGood,
	pages: noRecord,
	file: ['page', 'failure', 'errorCode', 'nothing'],
};
/** Lists are read in many operations, and all by the same pagings: a few will do. */
const forLists: Odd[] = ['page', 'failure', 'numbers', 'nothing', 'emptyStrangers'];

/** Whether no operation is shown this answer, since whatever reads it refuses it. */
const isHeldBack = ({ answers }: Endpoint, name: Odd) =>
	wrong[answers].includes(name) && (answers === 'pages' || neverGood.includes(name));

const tried = new Set<Endpoint>();
/**
 * What else an endpoint answers with than a failure. To an operation all that is held back is a failure like any: it is
 * tried in the first operation alone that has the endpoint.
 */
function formsFor(endpoint: Endpoint): Odd[] {
	const all = endpoint.paging ? forLists : (Object.keys(odd) as Odd[]);
	const isKnown = tried.has(endpoint);
	tried.add(endpoint);
	return all.filter((name) => name !== 'failure' && !(isKnown && isHeldBack(endpoint, name)));
}

/** Parameters of every sample of an operation, and how it runs. */
async function run(key: string, parameters: INodeParameters): Promise<RunResult> {
	const [resource, operation] = key.split('.');
	simulator.state.triggerAlert(1, { uid: someUid });
	simulator.state.addDevice({ id: pendingDevice, approvalStatus: 'PENDING' });
	return await runNode({
		parameters: { ...parameters, resource, operation },
		credential,
		files: sampleFiles,
	});
}

/** Runs an operation while one of its requests is answered in another way; undefined where it never sends that. */
async function runWith(
	key: string,
	parameters: INodeParameters,
	endpoint: Endpoint,
	own: OwnAnswer,
): Promise<RunResult | undefined> {
	let isAnswered = false;
	between.answer = ({ method, path }) => {
		if (!fills({ method, path, query: {} }, endpoint)) return undefined;
		isAnswered = true;
		return own;
	};
	const result = await run(key, parameters);
	return isAnswered ? result : undefined;
}

const operationOf = (key: string) => {
	const [resource, operation] = key.split('.');
	return resources[resource].operations[operation];
};

const crash = /is not a function|not iterable|Cannot read|TypeError|Invalid time|of undefined/;
const standing = /stays at \w+/g;
const nothingAsText = /undefined|\bNaN\b|\[object Object\]/;
/** A failure that an operation tells in a row: of one of many records, of a check, of what it could not read back. */
const isTold = (row: IDataObject) =>
	row.success === false ||
	row.status === 'failed' ||
	row.confirmed === false ||
	Object.keys(row).some((name) => /error/i.test(name));

/** What is wrong with what came out, in words. */
function complaints(result: RunResult, isWrong: boolean): string[] {
	const { json: rows, error } = result;
	// A paging may name the place at which it stands still.
	const said = (error?.message ?? '').replace(standing, '');
	const shown = JSON.stringify(rows).replace(standing, '');
	return [
		...(crash.test(said) ? [`crashed: ${said}`] : []),
		...(nothingAsText.test(shown) ? [`showed ${nothingAsText.exec(shown)?.[0]} in ${shown}`] : []),
		...(nothingAsText.test(said) ? [`said ${said}`] : []),
		...(isWrong && error === undefined && !rows.some(isTold) ? [`took it: ${shown}`] : []),
	].map((text) => text.slice(0, 300));
}

describe('an answer in another form than NinjaOne documents', () => {
	it.each(operationKeys)('is no success of %s', async (key) => {
		const found: string[] = [];
		for (const endpoint of operationOf(key).endpoints) {
			const look = (name: Odd, result: RunResult | undefined) => {
				const isWrong = wrong[endpoint.answers].includes(name);
				const about = `${endpoint.method} ${endpoint.path} answered with ${name}: `;
				found.push(...(result ? complaints(result, isWrong) : []).map((text) => about + text));
			};
			const first = await firstThatSends(key, endpoint);
			if (first === undefined) continue;
			look('failure', first.result);
			for (const name of formsFor(endpoint)) {
				look(name, await runWith(key, first.parameters, endpoint, odd[name]));
			}
		}
		expect(found).toEqual([]);
	});
});

/** The first sample that sends such a request, and what came of it where NinjaOne answers it with a failure. */
async function firstThatSends(key: string, endpoint: Endpoint) {
	for (const parameters of samples[key]) {
		const result = await runWith(key, parameters, endpoint, odd.failure);
		if (result) return { parameters, result };
	}
	return undefined;
}

/** Takes the IDs out of an answer, at every depth. */
function withoutIds(value: unknown, instead: null | undefined): unknown {
	if (Array.isArray(value)) return value.map((each) => withoutIds(each, instead));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [
			name,
			/^(id|uid|\w+(Id|Uid|ID|UID))$/.test(name) ? instead : withoutIds(inner, instead),
		]),
	);
}

/** Requests that name nothing. A null that came out of an answer and goes back is not looked at here. */
const pointless = (hasNulls: boolean) =>
	between.sent
		.map(({ method, path, search, body }) => `${method} ${path}${search} ${body}`)
		.filter(
			(text) =>
				/undefined|NaN|%5Bobject|\[object|[/=]null\b/.test(text) ||
				(!hasNulls && /"(id|uid|\w+(Id|Uid))":null/.test(text.replace(meantNull, ''))),
		);

/** Back to the policy of the device's role. */
const meantNull = '"policyId":null';

describe.each([
	['without IDs', undefined],
	['with null for IDs', null],
])('answers %s', (_, instead) => {
	it.each(operationKeys)('make %s send nothing that names nothing', async (key) => {
		const found: string[] = [];
		for (const parameters of samples[key]) {
			between.sent.length = 0;
			between.answer = () => ({ alter: (value) => withoutIds(value, instead) });
			const result = await run(key, parameters);
			found.push(...complaints(result, false), ...pointless(instead === null));
		}
		expect(found).toEqual([]);
	});
});

import type { INodeParameters } from 'n8n-workflow';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { optionalsModes } from '../../simulator';
import { technicianOf } from '../harness/credentials';
import { editorContext, runNode } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 20, organizations: 2 });
const { listSearch, loadOptions, resourceMapping } = new NinjaOne().methods;

/** Parameters on which lists depend. */
const chosen: INodeParameters = {
	entityType: 'NODE',
	deviceId: { __rl: true, mode: 'id', value: '5' },
	organizationId: { __rl: true, mode: 'id', value: '1' },
	templateId: { __rl: true, mode: 'id', value: '3101' },
	documentId: { __rl: true, mode: 'id', value: '3501' },
	checklistId: 4604,
	ticketFormId: '2',
	ticketId: '1001',
};

type Method = (this: never) => Promise<unknown>;
const methods = Object.entries({ ...listSearch, ...loadOptions, ...resourceMapping }) as Array<
	[string, Method]
>;

/** Sends what a list says, or the message that stands in its place. */
const load = async (method: Method): Promise<string> =>
	await method
		.call(editorContext(technicianOf(simulator), chosen) as never)
		.then((list) => JSON.stringify(list))
		.catch((error: Error) => error.message);

describe.each(optionalsModes)('where what NinjaOne need not give is %s', (mode) => {
	it.each(methods)('the list %s in the editor holds names or says why not', async (_, method) => {
		simulator.optionals = mode;
		const shown = await load(method);
		expect(shown).not.toMatch(/Cannot read|is not (a function|iterable)/);
		expect(shown).not.toMatch(/\bundefined\b|\bNaN\b|\[object |"name":(null|""|" ?\(\)")/);
	});
});

describe('raw output', () => {
	it.each([
		['many', { operation: 'getMany', detail: 'basic', returnAll: true }],
		['one', { operation: 'get', deviceId: 5 }],
	])('keeps the nulls of %s', async (_, parameters) => {
		simulator.optionals = 'null';
		const { json } = await runNode({
			parameters: { resource: 'device', output: 'raw', ...parameters },
			credential: credentialFor(simulator),
		});
		expect(json.length).toBeGreaterThan(0);
		for (const row of json) expect(row).toMatchObject({ nodeClass: null, references: null });
	});
});

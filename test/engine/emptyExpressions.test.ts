import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { readingContext, runNode } from '../harness/engine';
import { byId, credential, ninjaOne } from '../harness/nock';

const missing = '={{ $json.missing }}';
const onDevice = { resource: 'device', deviceId: byId(7) };

const run = async (parameters: object, more: object = {}) =>
	await runNode({ parameters: parameters as INodeParameters, credential, ...more });

/** Every request that reaches NinjaOne while a test runs. */
let sent: string[] = [];
beforeEach(() => {
	sent = [];
	const note = ({ method, path }: { method: string; path: string }) =>
		sent.push(`${method} ${path}`);
	nock.emitter.on('no match', note);
	ninjaOne()
		.persist()
		.intercept(/^\/v2\//, 'GET')
		.reply(200, (path) => {
			sent.push(`GET ${path}`);
			return [];
		});
});
afterEach(() => nock.emitter.removeAllListeners('no match'));

describe('an expression that gives nothing is refused before anything is sent, as', () => {
	const cases: Array<[string, string, object]> = [
		['a switch', 'Dry Run', { ...onDevice, operation: 'reboot', options: { dryRun: missing } }],
		[
			'the switch of a list',
			'Return All',
			{ operation: 'getMany', resource: 'device', returnAll: missing },
		],
		[
			'a choice that says whose',
			'Entity Type',
			{
				resource: 'relatedItem',
				operation: 'addSecure',
				entityType: missing,
				entityId: '1',
				name: 'x',
			},
		],
		[
			'a choice that says which',
			'Custom Fields Of',
			{ resource: 'customField', operation: 'updateMany', entityType: missing, entityIds: '1' },
		],
		[
			'a choice that says where',
			'Knowledge Base Of',
			{
				resource: 'knowledgeBaseArticle',
				operation: 'create',
				scope: missing,
				organizationId: byId(1),
				name: 'x',
				text: 'x',
			},
		],
		[
			'who runs it',
			'Run As Name or ID',
			{ ...onDevice, resource: 'script', operation: 'run', runnable: byId(1), runAs: missing },
		],
		[
			'a start type',
			'Start Type',
			{
				...onDevice,
				resource: 'windowsService',
				operation: 'configure',
				serviceName: { __rl: true, mode: 'name', value: 'Spooler' },
				startType: missing,
			},
		],
		[
			'how it ends',
			'Ends',
			{
				...onDevice,
				operation: 'setMaintenance',
				disabledFeatures: ['ALERTS'],
				ends: missing,
				end: '2100-01-01T00:00:00Z',
			},
		],
		[
			'a filter of a change',
			'Organization Names or IDs',
			{
				resource: 'alert',
				operation: 'resetMany',
				preview: false,
				deviceFilters: { organizationIds: missing },
			},
		],
		[
			'a filter of a read',
			'Organization Names or IDs',
			{ resource: 'device', operation: 'getMany', filters: { organizationIds: missing } },
		],
		[
			'a field to change',
			'Phone',
			{
				resource: 'contact',
				operation: 'update',
				contactId: byId(1),
				updateFields: { firstName: 'x', phone: missing },
			},
		],
		[
			'a detail',
			'Due Date',
			{
				resource: 'checklist',
				operation: 'create',
				organization: byId(1),
				name: 'x',
				details: { dueDate: missing },
			},
		],
		[
			'a mapped field',
			'Fields to Set',
			{
				...onDevice,
				resource: 'customField',
				operation: 'update',
				entityType: 'NODE',
				values: { mappingMode: 'defineBelow', value: { owner: missing } },
			},
		],
		[
			'all mapped fields',
			'Fields to Set',
			{
				...onDevice,
				resource: 'customField',
				operation: 'update',
				entityType: 'NODE',
				values: { mappingMode: 'defineBelow', value: missing },
			},
		],
		['a record', 'Device', { ...onDevice, operation: 'reboot', deviceId: byId(missing) }],
		[
			'a record that may be left out',
			'Organization',
			{
				resource: 'document',
				operation: 'update',
				templateId: byId(1),
				documentId: byId(2),
				organizationId: byId(missing),
				name: 'x',
			},
		],
		['a number', 'Cap', { resource: 'alert', operation: 'resetMany', cap: missing }],
		[
			'JSON',
			'Activity Data',
			{
				resource: 'alert',
				operation: 'reset',
				alertUid: byId('0b7cf9e2-6a1d-4c58-9f0e-2d1a3b4c5d6e'),
				activityData: missing,
			},
		],
		['a text', 'Reason', { ...onDevice, operation: 'reboot', reason: missing }],
	];

	it.each(cases)('%s (%s)', async (_, label, parameters) => {
		const { error, json } = await run(parameters);
		expect(error?.message).toContain(`"${label}"`);
		expect(error?.message).toMatch(/empty|without a value/);
		expect({ sent, json }).toEqual({ sent: [], json: [] });
	});
});

describe('what is no value of its kind is refused, as', () => {
	const comment = { resource: 'ticket', operation: 'addComment', ticketId: '1001' };
	const cases: Array<[string, string, object, IDataObject]> = [
		['a comment', 'Comment', { ...comment, comment: '={{ $json.it }}' }, { it: { a: 1 } }],
		[
			'a part of a comment',
			'Comment',
			{ ...comment, comment: '=See {{ $json.it }}' },
			{ it: { a: 1 } },
		],
		[
			'a ticket',
			'Ticket ID',
			{ ...comment, comment: 'x', ticketId: '={{ $json.it }}' },
			{ it: '0x10' },
		],
		[
			'a time',
			'Start',
			{
				...onDevice,
				operation: 'setMaintenance',
				disabledFeatures: ['ALERTS'],
				start: '={{ $json.it }}',
			},
			{ it: '2026/02/31' },
		],
		[
			'a switch',
			'Portal Access',
			{
				resource: 'endUser',
				operation: 'update',
				endUserId: byId(1),
				updateFields: { fullPortalAccess: '={{ $json.it }}' },
			},
			{ it: 'maybe' },
		],
	];

	it.each(cases)('%s', async (_, label, parameters, item) => {
		const { error } = await run(parameters, { items: [item] });
		expect(error?.message).toContain(label);
		expect(sent).toEqual([]);
	});
});

describe('what was meant happens:', () => {
	it.each(['TRUE', 'yes', ' on ', 1])('a dry run for %j', async (it) => {
		const parameters = { ...onDevice, operation: 'reboot', options: { dryRun: '={{ $json.it }}' } };
		const { json } = await run(parameters, { items: [{ it }] });
		expect(json).toMatchObject([{ dryRun: true, method: 'POST' }]);
		expect(sent.filter((request) => !request.startsWith('GET'))).toEqual([]);
	});

	it('a model leaves a filter of a read out by a blank text', async () => {
		const { error } = await run(
			{
				resource: 'device',
				operation: 'getMany',
				filters: { organizationIds: "={{ $fromAI('organizations') }}" },
			},
			{ items: [{ organizations: '' }], asTool: true },
		);
		expect(error).toBeUndefined();
		expect(sent).toEqual(['GET /v2/devices?pageSize=51']);
	});
});

describe('resource and operation belong to the author, so', () => {
	// n8n shows the parameters of all operations then, and wants those that must be given.
	const given = {
		deviceId: byId(7),
		deviceIds: '7',
		disabledFeatures: ['ALERTS'],
		ownerUid: byId('0b7cf9e2-6a1d-4c58-9f0e-2d1a3b4c5d6e'),
		query: 'x',
	};
	const expressions = ["={{ $fromAI('it', '', 'string') }}", '={{ $json.it }}', '={{ "reboot" }}'];

	it.each(expressions)('%s chooses no operation', async (operation) => {
		for (const asTool of [false, true]) {
			const parameters = { resource: 'device', operation, ...given };
			const { error } = await run(parameters, { items: [{ it: 'reboot' }], asTool });
			expect(error?.message).toMatch(/"Operation" cannot be set by an expression or an AI agent/);
		}
		expect(sent).toEqual([]);
	});

	it.each(expressions)('%s chooses no resource', async (resource) => {
		const { context, write } = readingContext({ it: 'device' }, credential);
		write({ resource, operation: 'reboot', ...given });
		await expect(new NinjaOne().execute.call(context)).rejects.toThrow(
			/"Resource" cannot be set by an expression or an AI agent/,
		);
		expect(sent).toEqual([]);
	});
});

import type { IDataObject } from 'n8n-workflow';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { editorContext, runNode } from '../harness/engine';
import { byId, credential, ninjaOne } from '../harness/nock';

const byName = (value: string) => ({ __rl: true, mode: 'name', value });

const run = async (operation: string, parameters: IDataObject = {}) =>
	await runNode({
		parameters: {
			resource: 'windowsService',
			operation,
			deviceId: byId(7),
			serviceName: byName('MSSQL$SQL EXPRESS'),
			...parameters,
		} as never,
		credential,
	});

const path = '/v2/device/7/windows-service/MSSQL%24SQL%20EXPRESS';

describe('control of a Windows service', () => {
	const each = ['start', 'stop', 'pause', 'restart'];

	it.each(each)('%s sends the action, with the name of the service in the path', async (name) => {
		const action = name.toUpperCase();
		const scope = ninjaOne().post(`${path}/control`, { action }).reply(204);
		const { json } = await run(name);
		expect(json).toEqual([
			{ success: true, deviceId: 7, serviceName: 'MSSQL$SQL EXPRESS', action },
		]);
		expect(scope.isDone()).toBe(true);
	});

	it.each(each)('%s is sent once when the answer is lost', async (name) => {
		const scope = ninjaOne()
			.post(`${path}/control`)
			.replyWithError(Object.assign(new Error('cut'), { code: 'ECONNRESET' }))
			.post(`${path}/control`)
			.reply(204);
		const { error } = await run(name);
		expect(error?.message).toMatch(/not sent again/);
		expect(scope.pendingMocks()).toHaveLength(1);
	});

	it.each([' ', '={{ "" }}', '../../reboot/FORCED', 'a\\b'])(
		'refuses the service name %j',
		async (name) => {
			const scope = ninjaOne().post(/.*/).reply(204);
			const { error } = await run('stop', { serviceName: byName(name) });
			expect(error?.message).toMatch(/Parameter "Service"/);
			expect(scope.isDone()).toBe(false);
		},
	);
});

describe('configuration of a Windows service', () => {
	it('sets the start type, again when the answer is lost', async () => {
		const body = { startType: 'DISABLED' };
		const scope = ninjaOne()
			.post(`${path}/configure`, body)
			.reply(504)
			.post(`${path}/configure`, body)
			.reply(204);
		const { json } = await run('configure', { startType: 'DISABLED' });
		expect(json).toMatchObject([{ success: true, startType: 'DISABLED' }]);
		expect(scope.isDone()).toBe(true);
	});

	it('sets the account where one is given', async () => {
		const body = { startType: 'DISABLED', userName: 'NT AUTHORITY\\LocalService' };
		const scope = ninjaOne().post(`${path}/configure`, body).reply(204);
		const { json } = await run('configure', body);
		expect(json).toEqual([
			{ success: true, deviceId: 7, serviceName: 'MSSQL$SQL EXPRESS', ...body },
		]);
		expect(scope.isDone()).toBe(true);
	});

	it('refuses a start type that Windows does not know', async () => {
		const { error } = await run('configure', { startType: 'SOMETIMES' });
		expect(error?.message).toMatch(/"Start Type" does not know "SOMETIMES"/);
	});
});

describe('the Windows services of a device', () => {
	const services = [
		{ name: 'Spooler', displayName: 'Print Spooler', startType: 'AUTO_START', state: 'RUNNING' },
		{ name: 'PrintNotify', displayName: 'Notices', startType: 'DEMAND_START', state: 'STOPPED' },
		{ name: 'W32Time', displayName: 'Windows Time', startType: 'AUTO_START', state: 'RUNNING' },
	];
	const names = async (filters: IDataObject, more: IDataObject = {}) =>
		(await run('getMany', { returnAll: true, filters, ...more })).json.map(({ name }) => name);

	it.each([
		[{}, ['Spooler', 'PrintNotify', 'W32Time']],
		[{ name: 'print' }, ['Spooler', 'PrintNotify']],
		[{ startType: 'AUTO_START' }, ['Spooler', 'W32Time']],
		[{ name: 'print', startType: 'DEMAND_START' }, ['PrintNotify']],
	])('with the filters %j are %j', async (filters, expected) => {
		ninjaOne().get('/v2/device/7/windows-services').reply(200, services);
		expect(await names(filters)).toEqual(expected);
	});

	it('are filtered by state in NinjaOne', async () => {
		ninjaOne().get('/v2/device/7/windows-services?state=STOPPED').reply(200, [services[1]]);
		expect(await names({ state: 'STOPPED' })).toEqual(['PrintNotify']);
	});

	it('count towards the Limit after the filters', async () => {
		ninjaOne().get('/v2/device/7/windows-services').reply(200, services);
		const limited = { returnAll: false, limit: 1 };
		expect(await names({ name: 'time' }, limited)).toEqual(['W32Time']);
	});
});

describe('the service picker', () => {
	const { searchWindowsServices } = new NinjaOne().methods.listSearch;
	const search = async (deviceId: unknown, filter?: string) =>
		await searchWindowsServices.call(
			editorContext(credential, {
				resource: 'windowsService',
				operation: 'stop',
				deviceId: deviceId as never,
			}),
			filter,
		);
	const spooler = {
		name: 'Print Spooler (Spooler)',
		value: 'Spooler',
		description: 'RUNNING, AUTO_START',
	};

	it.each([
		['by ID', byId('7')],
		['from the list', { __rl: true, mode: 'list', value: 7 }],
		[
			'by URL',
			{
				__rl: true,
				mode: 'url',
				value: 'https://app.ninjarmm.com/#/deviceDashboard/7/overview',
			},
		],
	])('lists the services of the device that is chosen %s', async (_, deviceId) => {
		ninjaOne()
			.get('/v2/device/7/windows-services')
			.reply(200, [
				{ name: 'W32Time', displayName: 'Windows Time' },
				{
					name: 'Spooler',
					displayName: 'Print Spooler',
					startType: 'AUTO_START',
					state: 'RUNNING',
				},
			]);
		expect(await search(deviceId, 'spool')).toEqual({ results: [spooler] });
	});

	it.each([
		['none is chosen', { __rl: true, mode: 'list', value: '' }],
		['it comes from an item that the editor does not have', byId('={{ $json.id }}')],
	])('asks for the device while %s', async (_, deviceId) => {
		await expect(search(deviceId)).rejects.toThrow(/Parameter "Device"/);
	});
});

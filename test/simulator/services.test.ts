import type { WindowsService } from '../../contracts';
import { eachTest } from './client';
import { fleetOf, onlyDevice } from './fleet';

const { get, send, deviceOf, feedOf, report } = fleetOf(eachTest());
const windows = (options = {}) =>
	deviceOf(({ nodeClass }) => nodeClass.startsWith('WINDOWS'), options);
const services = (id: number, query = '') =>
	get<WindowsService[]>(`/v2/device/${id}/windows-services${query}`);
const act = (id: number, name: string, path: 'control' | 'configure', json: unknown) =>
	send('POST', `/v2/device/${id}/windows-service/${encodeURIComponent(name)}/${path}`, json);

describe('Windows services', () => {
	it('can be asked for by name and by state; on other systems there are none', async () => {
		const id = windows();
		expect(await services(id, '?name=Spooler')).toMatchObject([{ name: 'Spooler' }]);
		const stopped = (await services(id)).filter(({ state }) => state === 'STOPPED');
		expect(await services(id, '?state=STOPPED')).toEqual(stopped);
		expect(await services(deviceOf('LINUX_SERVER'))).toEqual([]);
	});

	it.each([
		['STOP', 'STOPPED', 'REMOTE_TOOLS_STOP_SERVICE_SUCCESS'],
		['START', 'RUNNING', 'REMOTE_TOOLS_START_SERVICE_SUCCESS'],
		['PAUSE', 'PAUSED', 'REMOTE_TOOLS_SERVICE_CONTROL_INITIATED'],
		['RESTART', 'RUNNING', 'REMOTE_TOOLS_RESTART_SERVICE_SUCCESS'],
	])('%s: their state is %s, here and in the report', async (action, state, statusCode) => {
		const id = windows();
		const name = 'Contoso Sync Agent';
		expect((await act(id, name, 'control', { action })).status).toBe(204);
		const query = `name=${encodeURIComponent(name)}`;
		expect(await services(id, `?${query}`)).toMatchObject([{ name, state }]);
		const rows = await report(`windows-services?${onlyDevice(id)}&${query}`);
		expect(rows).toMatchObject([{ deviceId: id, name, state }]);
		expect((await feedOf(id))[0]).toMatchObject({ statusCode, activityResult: 'SUCCESS' });
	});

	it('do not start while they are disabled, and start once they are not', async () => {
		const id = windows();
		const registry = () => services(id, '?name=RemoteRegistry');
		await act(id, 'RemoteRegistry', 'control', { action: 'START' });
		expect(await registry()).toMatchObject([{ state: 'STOPPED' }]);
		await act(id, 'RemoteRegistry', 'configure', { startType: 'DEMAND_START', userName: '' });
		await act(id, 'RemoteRegistry', 'control', { action: 'START' });
		expect(await registry()).toMatchObject([{ startType: 'DEMAND_START', state: 'RUNNING' }]);
	});

	it('stay as they are on a device that is offline', async () => {
		const id = windows({ offline: true });
		const before = await services(id);
		expect((await act(id, 'Spooler', 'control', { action: 'PAUSE' })).status).toBe(204);
		expect(await services(id)).toEqual(before);
	});
});

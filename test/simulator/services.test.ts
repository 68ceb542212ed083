import type { Activity, WindowsService } from '../../contracts';
import { eachTest } from './client';

const session = eachTest();
const windows = ({ offline = false } = {}) =>
	session()
		.simulator.state.devices.all()
		.find((it) => it.nodeClass.startsWith('WINDOWS') && it.offline === offline)?.id ?? 0;
const services = (id: number, query = '') =>
	session().get<WindowsService[]>(`/v2/device/${id}/windows-services${query}`);
const named = async (id: number, name: string) =>
	(await services(id)).find((service) => service.name === name);
const act = (id: number, name: string, path: 'control' | 'configure', json: unknown) =>
	session().call<{ resultCode: string }>(
		`/v2/device/${id}/windows-service/${encodeURIComponent(name)}/${path}`,
		{ method: 'POST', json },
	);

describe('Windows services', () => {
	it('can be asked for by name and by state', async () => {
		const id = windows();
		expect(await services(id, '?name=Spooler')).toMatchObject([{ name: 'Spooler' }]);
		const stopped = await services(id, '?state=STOPPED');
		expect(stopped).toEqual((await services(id)).filter(({ state }) => state === 'STOPPED'));
	});

	it('are none where the system is another', async () => {
		const { state } = session().simulator;
		const linux = state.devices.all().find(({ nodeClass }) => nodeClass === 'LINUX_SERVER')?.id;
		expect(await services(linux ?? 0)).toEqual([]);
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
		expect((await named(id, name))?.state).toBe(state);
		const path = `/v2/queries/windows-services?df=id%20%3D%20${id}&name=Contoso%20Sync%20Agent`;
		const { results } = await session().get<{ results: object[] }>(path);
		expect(results).toMatchObject([{ deviceId: id, name, state }]);
		const feed = await session().get<{ activities: Activity[] }>(`/v2/device/${id}/activities`);
		expect(feed.activities[0]).toMatchObject({ statusCode, activityResult: 'SUCCESS' });
	});

	it('do not start while they are disabled, and start once they are not', async () => {
		const id = windows();
		const name = 'RemoteRegistry';
		await act(id, name, 'control', { action: 'START' });
		expect((await named(id, name))?.state).toBe('STOPPED');
		await act(id, name, 'configure', { startType: 'DEMAND_START', userName: '' });
		expect(await named(id, name)).toMatchObject({ startType: 'DEMAND_START' });
		await act(id, name, 'control', { action: 'START' });
		expect((await named(id, name))?.state).toBe('RUNNING');
	});

	it('stay as they are on a device that is offline', async () => {
		const id = windows({ offline: true });
		const before = await services(id);
		expect((await act(id, 'Spooler', 'control', { action: 'PAUSE' })).status).toBe(204);
		expect(await services(id)).toEqual(before);
	});

	it.each([
		['an unknown action', 'Spooler', 'control', { action: 'KILL' }, 400],
		['an unknown property', 'Spooler', 'configure', { password: 'x' }, 400],
		['a display name', 'Print Spooler', 'control', { action: 'STOP' }, 404],
	] as const)('refuse %s', async (_case, name, path, json, status) => {
		expect((await act(windows(), name, path, json)).status).toBe(status);
	});
});

import type { DeviceHealthRow, OsPatch, SoftwarePatch } from '../../contracts';
import { eachTest } from './client';
import { codesOf, fleetOf, onlyDevice } from './fleet';

const { state, get, send, deviceOf, feedOf, report } = fleetOf(eachTest());

type Kind = 'os' | 'software';
type Patch = OsPatch & SoftwarePatch & { deviceId: number };
/** A Windows device that is online and has approved patches of the kind. */
const patched = (kind: Kind) =>
	deviceOf((device) => {
		const pending: readonly { status: string }[] = state().patches.of(device)[kind].pending;
		const isWindows = device.nodeClass.startsWith('WINDOWS');
		return isWindows && pending.some(({ status }) => status === 'APPROVED');
	});
const ofDevice = (id: number, path: string) => get<Patch[]>(`/v2/device/${id}/${path}`);
const ofFleet = (path: string) => report<Patch>(path);
const act = (id: number, path: string) => send('POST', `/v2/device/${id}/patch/${path}`);
const health = async (id: number) =>
	(await report<DeviceHealthRow>(`device-health?${onlyDevice(id)}`))[0];
/** Looks until nothing is running, and gives what was noted about the device from then on. */
const followed = async (id: number, since: number) => {
	await feedOf(id, `newerThan=${since}`);
	return (await feedOf(id, `newerThan=${since}`)).reverse();
};

describe('the patches of a device', () => {
	it.each<[string, (patch: Patch) => boolean]>([
		['os-patches?status=APPROVED', ({ status }) => status === 'APPROVED'],
		['os-patches?type=UPDATE_ROLLUPS', ({ type }) => type === 'UPDATE_ROLLUPS'],
		['os-patches?severity=critical', ({ severity }) => severity === 'critical'],
		['os-patch-installs?status=FAILED', ({ status }) => status === 'FAILED'],
		['os-patch-installs?status=INSTALLED', ({ status }) => status === 'INSTALLED'],
		['software-patches?impact=critical', ({ impact }) => impact === 'critical'],
		['software-patch-installs?type=INSTALLER', ({ type }) => type === 'INSTALLER'],
	])('are the same in the report of %s', async (path, expected) => {
		const [name, query] = path.split('?');
		const some = await ofFleet(path);
		expect(some).toEqual((await ofFleet(name)).filter(expected));
		const [{ deviceId }] = some;
		const mine = await ofDevice(deviceId, `${name}?${query}`);
		expect(some.filter((patch) => patch.deviceId === deviceId)).toMatchObject(mine);
	});

	it('can be asked for by product, and by when an install was tried', async () => {
		const all = await ofFleet('software-patch-installs');
		const { productIdentifier, installedAt = 0 } = all[5];
		const same = await ofFleet(`software-patch-installs?productIdentifier=${productIdentifier}`);
		expect(same).toEqual(all.filter((patch) => patch.productIdentifier === productIdentifier));
		const later = await ofFleet(`software-patch-installs?installedAfter=${installedAt}`);
		const earlier = await ofFleet(`software-patch-installs?installedBefore=${installedAt}`);
		expect(later.length + earlier.length).toBe(all.length - 1);
		expect(await ofFleet('os-patch-installs?installedAfter=2999-01-01')).toEqual([]);
	});

	it('are counted in its health', async () => {
		const id = patched('os');
		const pending = await ofDevice(id, 'os-patches');
		const failed = await ofDevice(id, 'software-patch-installs?status=FAILED');
		expect(await health(id)).toMatchObject({
			pendingOSPatchesCount: pending.filter(({ status }) => status !== 'REJECTED').length,
			failedSoftwarePatchesCount: failed.length,
		});
	});
});

describe.each<[Kind, string]>([
	['os', 'PATCH_MANAGEMENT'],
	['software', 'SOFTWARE_PATCH_MANAGEMENT'],
])('%s patches', (kind, type) => {
	it('are scanned for in one series', async () => {
		const id = patched(kind);
		const { lastId } = state().activities;
		expect((await act(id, `${kind}/scan`)).status).toBe(204);
		const entries = await followed(id, lastId);
		expect(entries).toMatchObject([
			{ statusCode: `${type}_SCAN_STARTED`, activityType: type },
			{ statusCode: `${type}_SCAN_COMPLETED`, activityType: type, activityResult: 'SUCCESS' },
		]);
		expect(new Set(entries.map(({ seriesUid }) => seriesUid)).size).toBe(1);
	});

	it.each(['SUCCESS', 'FAILURE'] as const)('become installs, with %s', async (result) => {
		const id = patched(kind);
		const { lastId } = state().activities;
		const pending = await ofDevice(id, `${kind}-patches`);
		const approved = pending.filter(({ status }) => status === 'APPROVED');
		const earlier = await ofDevice(id, `${kind}-patch-installs`);
		state().jobs.plan({ deviceId: id, result });
		await act(id, `${kind}/apply`);
		const entries = await followed(id, lastId);
		const end = result === 'SUCCESS' ? 'INSTALLED' : 'INSTALL_FAILED';
		expect(codesOf(entries)).toEqual([
			`${type}_APPLY_PATCH_STARTED`,
			...approved.map(() => `${type}_${end}`),
			`${type}_APPLY_PATCH_COMPLETED`,
		]);
		expect(entries[1].data).toMatchObject({ message: { params: { patchId: approved[0].id } } });
		expect(entries.at(-1)).toMatchObject({ activityResult: result });
		expect(await ofDevice(id, `${kind}-patches`)).toHaveLength(pending.length - approved.length);
		const installs = await ofFleet(`${kind}-patch-installs?${onlyDevice(id)}`);
		expect(installs).toHaveLength(earlier.length + approved.length);
		const status = result === 'SUCCESS' ? 'INSTALLED' : 'FAILED';
		expect(installs[0]).toMatchObject({ id: approved[0].id, status });
	});
});

describe('the application of patches', () => {
	it('fails for one patch in ten or so', async () => {
		const isMeant = (device: { nodeClass: string; offline: boolean }) =>
			device.nodeClass.startsWith('WINDOWS') && !device.offline;
		const online = state().devices.all().filter(isMeant);
		const start = Date.now() / 1000 - 1;
		for (const { id } of online) await act(id, 'os/apply');
		await followed(online[0].id, 0);
		const tries = await ofFleet(`os-patch-installs?installedAfter=${start}`);
		const failed = tries.filter(({ status }) => status === 'FAILED').length;
		expect(failed).toBeGreaterThan(0);
		expect(failed / tries.length).toBeLessThan(0.25);
	});

	it('is a job for as long as it runs, counted in the device’s health', async () => {
		const id = patched('os');
		state().jobs.plan({ ends: 'NEVER' });
		await act(id, 'os/apply');
		const jobs = await get('/v2/jobs?jobType=PATCH_MANAGEMENT');
		expect(jobs).toMatchObject([{ deviceId: id, jobStatus: 'STARTED' }]);
		expect((await health(id)).activeJobCount).toBe(1);
	});
});

import type { Activity, DeviceHealthRow, NodeClass, OsPatch, SoftwarePatch } from '../../contracts';
import { eachTest } from './client';

const session = eachTest();

type Patch = OsPatch & SoftwarePatch & { deviceId: number };
const first = (nodeClass: NodeClass) =>
	session()
		.simulator.state.devices.all()
		.find((device) => device.nodeClass === nodeClass && !device.offline)?.id ?? 0;
/** A Windows device that is online and has approved patches of the kind. */
const patched = (kind: 'os' | 'software') => {
	const { devices, patches } = session().simulator.state;
	const list = (device: Parameters<typeof patches.of>[0]): readonly { status: string }[] =>
		patches.of(device)[kind].pending;
	return (
		devices
			.all()
			.find(
				(device) =>
					!device.offline &&
					device.nodeClass.startsWith('WINDOWS') &&
					list(device).some(({ status }) => status === 'APPROVED'),
			)?.id ?? 0
	);
};
const ofDevice = (id: number, path: string) => session().get<Patch[]>(`/v2/device/${id}/${path}`);
const ofFleet = async (path: string) =>
	(await session().get<{ results: Patch[] }>(`/v2/queries/${path}`)).results;
const act = (id: number, path: string) =>
	session().call<{ errorMessage: string }>(`/v2/device/${id}/patch/${path}`, { method: 'POST' });
const health = async (id: number) =>
	(await ofFleet(`device-health?df=id%20%3D%20${id}`))[0] as unknown as DeviceHealthRow;
/** Looks until nothing is running, and gives what the device was told from then on. */
const followed = async (id: number, since: number) => {
	const path = `/v2/device/${id}/activities?newerThan=${since}`;
	const look = async () => (await session().get<{ activities: Activity[] }>(path)).activities;
	await look();
	return (await look()).reverse();
};

describe('the patches of a device', () => {
	it.each(['os-patches', 'os-patch-installs', 'software-patches', 'software-patch-installs'])(
		'are the same in the fleet’s report of %s',
		async (path) => {
			const id = patched(path.startsWith('os') ? 'os' : 'software');
			const mine = await ofDevice(id, path);
			expect(mine.length).toBeGreaterThan(0);
			expect(await ofFleet(`${path}?df=id%20%3D%20${id}`)).toMatchObject(mine);
		},
	);

	it.each<[string, (patch: Patch) => boolean]>([
		['os-patches?status=APPROVED', ({ status }) => status === 'APPROVED'],
		['os-patches?type=UPDATE_ROLLUPS', ({ type }) => type === 'UPDATE_ROLLUPS'],
		['os-patches?severity=critical', ({ severity }) => severity === 'critical'],
		['os-patch-installs?status=FAILED', ({ status }) => status === 'FAILED'],
		['software-patches?impact=critical', ({ impact }) => impact === 'critical'],
		['software-patch-installs?type=INSTALLER', ({ type }) => type === 'INSTALLER'],
	])('can be asked for as %s', async (path, expected) => {
		const [report, query] = path.split('?');
		const all = await ofFleet(report);
		const some = await ofFleet(path);
		expect(some).toEqual(all.filter(expected));
		expect(some.length).toBeGreaterThan(0);
		const [{ deviceId }] = some;
		const mine = await ofDevice(deviceId, `${report}?${query}`);
		expect(mine).toHaveLength(some.filter((patch) => patch.deviceId === deviceId).length);
	});

	it('can be asked for by product, and by when an install was tried', async () => {
		const all = await ofFleet('software-patch-installs');
		const { productIdentifier, installedAt = 0 } = all[5];
		const same = await ofFleet(`software-patch-installs?productIdentifier=${productIdentifier}`);
		expect(new Set(same.map((patch) => patch.productIdentifier))).toEqual(
			new Set([productIdentifier]),
		);
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

describe('a scan', () => {
	it.each([
		['os', 'PATCH_MANAGEMENT'],
		['software', 'SOFTWARE_PATCH_MANAGEMENT'],
	])('for %s patches starts and completes, in one series', async (kind, type) => {
		const id = first('WINDOWS_SERVER');
		const { lastId } = session().simulator.state.activities;
		expect((await act(id, `${kind}/scan`)).status).toBe(204);
		const entries = await followed(id, lastId);
		expect(entries).toMatchObject([
			{ statusCode: `${type}_SCAN_STARTED`, activityType: type },
			{ statusCode: `${type}_SCAN_COMPLETED`, activityType: type, activityResult: 'SUCCESS' },
		]);
		expect(new Set(entries.map(({ seriesUid }) => seriesUid)).size).toBe(1);
	});

	it.each([
		['NMS_SWITCH', 'os/scan'],
		['NMS_SWITCH', 'software/apply'],
		['LINUX_SERVER', 'software/scan'],
	] as const)('is refused on a %s (%s)', async (nodeClass, path) => {
		const { status, body } = await act(first(nodeClass), path);
		expect([status, body.errorMessage]).toEqual([400, 'Device is not applicable']);
	});
});

describe('the application of patches', () => {
	it.each([
		['os', 'PATCH_MANAGEMENT'],
		['software', 'SOFTWARE_PATCH_MANAGEMENT'],
	] as const)('turns the approved %s patches into installs', async (kind, type) => {
		const id = patched(kind);
		const { lastId } = session().simulator.state.activities;
		const pending = await ofDevice(id, `${kind}-patches`);
		const approved = pending.filter(({ status }) => status === 'APPROVED');
		const earlier = await ofDevice(id, `${kind}-patch-installs`);
		session().simulator.state.jobs.plan({ result: 'SUCCESS' });
		await act(id, `${kind}/apply`);
		const entries = await followed(id, lastId);
		expect(entries.map(({ statusCode }) => statusCode)).toEqual([
			`${type}_APPLY_PATCH_STARTED`,
			...approved.map(() => `${type}_INSTALLED`),
			`${type}_APPLY_PATCH_COMPLETED`,
		]);
		expect(entries[1].data).toMatchObject({ message: { params: { patchId: approved[0].id } } });
		expect(await ofDevice(id, `${kind}-patches`)).toHaveLength(pending.length - approved.length);
		const installs = await ofFleet(`${kind}-patch-installs?df=id%20%3D%20${id}`);
		expect(installs).toHaveLength(earlier.length + approved.length);
		expect(installs[0]).toMatchObject({ id: approved[0].id, status: 'INSTALLED' });
	});

	it('can fail', async () => {
		const id = patched('os');
		const { lastId } = session().simulator.state.activities;
		session().simulator.state.jobs.plan({ deviceId: id, result: 'FAILURE' });
		await act(id, 'os/apply');
		const entries = await followed(id, lastId);
		expect(entries[1]).toMatchObject({
			statusCode: 'PATCH_MANAGEMENT_INSTALL_FAILED',
			activityResult: 'FAILURE',
		});
		expect(entries.at(-1)).toMatchObject({ activityResult: 'FAILURE' });
		expect((await ofDevice(id, 'os-patch-installs'))[0].status).toBe('FAILED');
	});

	it('fails for one patch in ten or so', async () => {
		const { devices } = session().simulator.state;
		const online = devices
			.all()
			.filter(({ nodeClass, offline }) => nodeClass.startsWith('WINDOWS') && !offline);
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
		session().simulator.state.jobs.plan({ ends: 'NEVER' });
		await act(id, 'os/apply');
		const jobs = await session().get(`/v2/jobs?jobType=PATCH_MANAGEMENT`);
		expect(jobs).toMatchObject([{ deviceId: id, jobStatus: 'STARTED' }]);
		expect((await health(id)).activeJobCount).toBe(1);
	});
});

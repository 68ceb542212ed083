import { type Session, startSession } from './client';

let session: Session;
beforeAll(async () => {
	session = await startSession();
	session.simulator.state.triggerAlert(5, { uid: alert });
});
afterAll(() => session.simulator.stop());

const alert = '00000000-0000-4000-a000-0000000000aa';
const nobody = '00000000-0000-4000-a000-000000000000';
const first = (nodeClass: string) =>
	session.simulator.state.devices.all().find((it) => it.nodeClass === nodeClass && !it.offline)
		?.id ?? 0;
/** What must stay as it is. */
const everything = () => {
	const { devices, jobs, alerts, tickets, activities } = session.simulator.state;
	const facts = [devices.all(), jobs.all(), [...alerts], tickets.size, activities.lastId];
	return JSON.stringify(facts);
};

type Row = [path: string, json: unknown, says: string | RegExp, status?: number];
const end = Date.now() / 1000 + 3600;
const maintenance = { disabledFeatures: ['ALERTS'], end };

const rows: Record<'GET' | 'POST' | 'PUT' | 'PATCH', Row[]> = {
	GET: [
		...['pageSize=9', 'pageSize=1001', 'pageSize=all', 'class=NONE', 'after=sometime'].map(
			(query): Row => [`/v2/activities?${query}`, undefined, query.split('=')[0]],
		),
		['/v2/devices?pageSize=many', undefined, 'pageSize'],
	],
	PATCH: [
		['/v2/device/5', { displayName: 'x', scriptId: 1 }, 'Unrecognized field "scriptId"'],
		['/v2/device/5', { warranty: { until: 1 } }, 'Unrecognized field "until"'],
		['/v2/device/5', { displayName: 5 }, 'displayName'],
		['/v2/device/5', { organizationId: 99 }, 'organizationId'],
		['/v2/device/5', { organizationId: 1, locationId: 1099 }, 'locationId'],
		['/v2/device/5', { policyId: 9999 }, 'policyId'],
		['/v2/device/5', { nodeRoleId: 9999 }, 'nodeRoleId'],
		['/v2/device/5', [], 'body'],
		['/v2/device/5', undefined, 'body'],
		['/v2/device/999', { displayName: 'x' }, 'device', 404],
	],
	PUT: [
		['/v2/device/5/maintenance', { disabledFeatures: ['ALERTS'] }, 'end'],
		['/v2/device/5/maintenance', { ...maintenance, disabledFeatures: [] }, 'disabledFeatures'],
		['/v2/device/5/maintenance', { ...maintenance, disabledFeatures: ['SLEEP'] }, /disabled/],
		['/v2/device/5/maintenance', { ...maintenance, reason: 'x' }, '"reason"'],
		['/v2/device/5/maintenance', { ...maintenance, end: 'tomorrow' }, 'not a time'],
		['/v2/device/5/maintenance', { ...maintenance, end: 1_700_000_000 }, 'in the past'],
	],
	POST: [
		['/v2/devices/approval/MAYBE', { devices: [63] }, 'MAYBE'],
		['/v2/devices/approval/APPROVE', { devices: [] }, 'devices'],
		['/v2/devices/approval/APPROVE', { devices: [63], ids: [63] }, '"ids"'],
		['/v2/devices/approval/APPROVE', { devices: [63, 999] }, 'device', 404],
		['/v2/devices/approval/REJECT', { devices: [63, 5] }, 'does not wait'],
		['/v2/device/5/owner/technician', undefined, 'end user', 404],
		[`/v2/device/5/owner/${nobody}`, undefined, 'end user', 404],
		['/v2/device/WINDOWS_SERVER/reboot/SOFT', {}, 'SOFT'],
		['/v2/device/WINDOWS_SERVER/reboot/NORMAL', { message: 'x' }, '"message"'],
		['/v2/device/NMS_SWITCH/reboot/NORMAL', {}, 'not applicable'],
		['/v2/device/NMS_SWITCH/patch/os/scan', undefined, 'not applicable'],
		['/v2/device/NMS_SWITCH/patch/software/apply', undefined, 'not applicable'],
		['/v2/device/LINUX_SERVER/patch/software/scan', undefined, 'not applicable'],
		['/v2/device/WINDOWS_SERVER/windows-service/Spooler/control', { action: 'KILL' }, 'action'],
		['/v2/device/WINDOWS_SERVER/windows-service/Spooler/configure', { password: 'x' }, 'password'],
		['/v2/device/WINDOWS_SERVER/windows-service/Print/control', { action: 'STOP' }, 'windows', 404],
		['/v2/device/WINDOWS_SERVER/script/run', { id: 801 }, 'type'],
		['/v2/device/WINDOWS_SERVER/script/run', { type: 'SCRIPT', scriptId: 801 }, '"scriptId"'],
		['/v2/device/WINDOWS_SERVER/script/run', { type: 'SCRIPT', id: 801, runAs: 'SYSTEM' }, 'runAs'],
		['/v2/device/WINDOWS_SERVER/script/run', { type: 'SCRIPT', id: 9999 }, 'script', 404],
		['/v2/device/WINDOWS_SERVER/script/run', { type: 'SCRIPT' }, 'id'],
		['/v2/device/WINDOWS_SERVER/script/run', { type: 'SCRIPT', id: 807 }, 'not applicable'],
		[`/v2/alert/${alert}/reset`, undefined, 'body'],
		[`/v2/alert/${alert}/reset`, [], 'body'],
		[`/v2/alert/${alert}/reset`, 'done', 'body'],
		[`/v2/alert/${nobody}/reset`, {}, 'alert', 404],
		['/_simulator/happen', { what: 'earthquake' }, 'one of burst'],
		['/_simulator/happen', { what: 'burst' }, 'count'],
		['/_simulator/happen', { what: 'burst', count: 1, of: { id: 7 } }, '"id"'],
		['/_simulator/happen', { what: 'joinPending', device: { colour: 'red' } }, '"colour"'],
		['/_simulator/happen', { what: 'offline', deviceId: 5, loudly: true }, '"loudly"'],
		['/_simulator/happen', { what: 'offline', deviceId: 9999 }, 'device', 404],
		['/_simulator/happen', { what: 'alert', deviceId: 9999 }, 'device', 404],
		['/_simulator/happen', { what: 'approve', deviceId: 9999 }, 'device', 404],
		['/_simulator/happen', { what: 'acknowledge', uid: 'none' }, 'alert', 404],
		['/_simulator/happen', { what: 'reset', uid: 'none' }, 'alert', 404],
		['/_simulator/happen', { what: 'alertAgain', uid: 'none' }, 'alert', 404],
		['/_simulator/happen', { what: 'script', deviceId: 5, ends: 'NEVER' }, 'ends'],
		['/_simulator/happen', { what: 'ticket', ticket: { title: 'Help' } }, '"title"'],
	],
};
const calls = Object.entries(rows).flatMap(([method, some]) =>
	some.map(([path, json, says, status = 400]) => ({ method, path, json, says, status })),
);

describe('what is refused changes nothing', () => {
	it.each(calls)('$method $path $json: $status', async ({ method, path, json, says, status }) => {
		const before = everything();
		const technician = session.simulator.state.users.get(5001)?.uid ?? '';
		const url = path
			.replace(/[A-Z]+_[A-Z]+(?=\/)/, (nodeClass) => String(first(nodeClass)))
			.replace('technician', technician);
		const answer = await session.call<{ errorMessage: string }>(url, {
			method: method as 'POST',
			json,
		});
		expect(answer.status).toBe(status);
		expect(answer.body.errorMessage).toMatch(says);
		expect(everything()).toBe(before);
	});

	it('what is no JSON', async () => {
		const headers = { 'content-type': 'application/json' };
		expect((await session.call('/v2/device/5', { method: 'PATCH', headers })).status).toBe(400);
	});
});

import type { Alert, Device } from '../../contracts';
import { FailureSchema } from '../../contracts';
import { type Session, startSession } from './client';

let session: Session;
beforeAll(async () => {
	session = await startSession({ devices: 400, baseTime: Date.UTC(2026, 5, 15) });
});
afterAll(() => session.simulator.stop());

const list = (filter: string) =>
	session.call<Device[]>(`/v2/devices?df=${encodeURIComponent(filter)}`);
const all = () => session.simulator.state.devices.all();

/** The ids that a filter gives, and those that it should give among the approved devices. */
async function compare(filter: string, expected: (device: Device) => boolean) {
	const { body } = await list(filter);
	const wanted = all().filter((device) => device.approvalStatus === 'APPROVED' && expected(device));
	expect(body.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
	expect(body.length).toBeGreaterThan(0);
	expect(body.length).toBeLessThan(all().length);
}

describe('a device filter', () => {
	it.each<[string, (device: Device) => boolean]>([
		['org = 2', ({ organizationId }) => organizationId === 2],
		['org=2', ({ organizationId }) => organizationId === 2],
		['organization eq 2', ({ organizationId }) => organizationId === 2],
		['org != 2', ({ organizationId }) => organizationId !== 2],
		['org neq 2', ({ organizationId }) => organizationId !== 2],
		['org <> 2', ({ organizationId }) => organizationId !== 2],
		['org in (1,3)', ({ organizationId }) => [1, 3].includes(organizationId)],
		['org in (1, 3)', ({ organizationId }) => [1, 3].includes(organizationId)],
		['org notin (1,3)', ({ organizationId }) => ![1, 3].includes(organizationId)],
		['org nin (1,3)', ({ organizationId }) => ![1, 3].includes(organizationId)],
		['org !in (1,3)', ({ organizationId }) => ![1, 3].includes(organizationId)],
		['loc = 1001', ({ locationId }) => locationId === 1001],
		['location in (1001,1002)', ({ locationId }) => [1001, 1002].includes(locationId)],
		['role = 301', ({ nodeRoleId }) => nodeRoleId === 301],
		['id in (5,7,400)', ({ id }) => [5, 7, 400].includes(id)],
		['class = WINDOWS_SERVER', ({ nodeClass }) => nodeClass === 'WINDOWS_SERVER'],
		[
			'class in (WINDOWS_SERVER,LINUX_SERVER)',
			({ nodeClass }) => /^(WINDOWS|LINUX)_SERVER$/.test(nodeClass),
		],
		['online', ({ offline }) => !offline],
		['offline', ({ offline }) => offline],
		['status = APPROVED', () => true],
		['tagId in (41,42)', ({ tags = [] }) => tags.includes('VIP') || tags.includes('Production')],
		['tagId notin (41)', ({ tags = [] }) => !tags.includes('VIP')],
		['group 702', ({ offline }) => offline],
		['created after 2025-06-15', ({ created }) => created >= Date.UTC(2025, 5, 16) / 1000],
		['created gt 20250615', ({ created }) => created >= Date.UTC(2025, 5, 16) / 1000],
		['created before 2025-06-15', ({ created }) => created < Date.UTC(2025, 5, 15) / 1000],
		[
			'created < 2025-06-15T12:00:00.000Z',
			({ created }) => created < Date.UTC(2025, 5, 15, 12) / 1000,
		],
		[
			'org=2 AND class=WINDOWS_SERVER',
			(it) => it.organizationId === 2 && it.nodeClass === 'WINDOWS_SERVER',
		],
		['org = 2 and offline', (it) => it.organizationId === 2 && it.offline],
		['org = 2 && online', (it) => it.organizationId === 2 && !it.offline],
	])('understands %s', compare);

	it('finds the devices of one day', async () => {
		const { created } = all()[0];
		const day = new Date(created * 1000).toISOString().slice(0, 10);
		const sameDay = ({ created: other }: Device) =>
			new Date(other * 1000).toISOString().startsWith(day);
		await compare(`created = ${day}`, sameDay);
	});

	it('leaves devices out that wait for approval, unless the status is asked about', async () => {
		const { body: waiting } = await list('status = PENDING');
		expect(waiting.map(({ id }) => id)).toEqual([63, 163, 263, 363]);
		expect((await list('status != APPROVED')).body).toHaveLength(4);
		expect((await list('status in (PENDING,APPROVED)')).body).toHaveLength(400);
		expect((await session.call<Device[]>('/v2/devices')).body).toHaveLength(396);
	});

	it.each([
		'',
		'deviceId = 5',
		'org = two',
		'org in ()',
		'org',
		'class = WINDOWS',
		'status = UNKNOWN',
		'org = 1 OR org = 2',
		'(org = 1)',
		'created after yesterday',
		'created in (2026-01-01)',
		'group 999',
		'printer',
	])('that reads "%s" is answered with a failure', async (filter) => {
		const { status, body } = await list(filter);
		expect(status).toBe(500);
		expect(FailureSchema.parse(body).resultCode).toBe('FAILURE');
	});

	it('is not looked at in other parameters', async () => {
		const { body } = await session.call<Device[]>('/v2/devices?nodeClass=WINDOWS_SERVER');
		expect(body).toHaveLength(396);
	});

	it('works for alerts, activities and reports too', async () => {
		const organizationOf = (id: number) => session.simulator.state.devices.get(id)?.organizationId;
		const filter = 'df=org%20%3D%202';
		const alerts = await session.get<Alert[]>(`/v2/alerts?${filter}`);
		const feed = await session.get<{ activities: { deviceId: number }[] }>(
			`/v2/activities?${filter}`,
		);
		const report = await session.get<{ results: { deviceId: number }[] }>(
			`/v2/queries/device-health?${filter}`,
		);
		for (const rows of [alerts, feed.activities, report.results]) {
			expect(new Set(rows.map(({ deviceId }) => organizationOf(deviceId)))).toEqual(new Set([2]));
		}
	});
});

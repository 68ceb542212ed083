import type { Activity, Alert } from '../../contracts';
import { during, type Session, startSession } from './client';

const size = 200_000;
let session: Session;
beforeAll(async () => {
	session = await startSession({
		organizations: 25,
		devices: 5000,
		alerts: 5000,
		activities: size,
	});
});
afterAll(() => session.simulator.stop());

const all = () => session.simulator.state.activities.all();
const pageOf = async (query: string) =>
	(await session.get<{ activities: Activity[] }>(`/v2/activities?${query}`)).activities;
const last = 1_000_000 + size;

describe('a feed of 200,000 entries', () => {
	const bounds: [query: string, isIn: (id: number) => boolean][] = [
		[`newerThan=${last - 700}`, (id) => id > last - 700],
		[`newerThan=${last - 150_000}`, (id) => id > last - 150_000],
		[`olderThan=${last - 150_000}`, (id) => id < last - 150_000],
		[
			`newerThan=${last - 90_000}&olderThan=${last - 80_000}`,
			between(last - 90_000, last - 80_000),
		],
		['newerThan=0', () => true],
	];
	const filters: [query: string, isMeant: (activity: Activity) => boolean][] = [
		['', () => true],
		['status=TRIGGERED', ({ statusCode }) => statusCode === 'TRIGGERED'],
		['type=PATCH_MANAGEMENT', ({ activityType }) => activityType === 'PATCH_MANAGEMENT'],
		[
			'status=COMPLETED&type=ACTION',
			({ statusCode, activityType }) => statusCode === 'COMPLETED' && activityType === 'ACTION',
		],
		['df=org%20in%20(2,3)', ofOrganizations(2, 3)],
		[
			'df=org%20%3D%202&status=TRIGGERED',
			(activity) => activity.statusCode === 'TRIGGERED' && ofOrganizations(2)(activity),
		],
	];
	const cases = bounds.flatMap(([query, isIn]) =>
		filters.map(([filter, isMeant]) => ({ query: `${query}&${filter}`, isIn, isMeant })),
	);

	it.each(cases)('answers $query exactly', async ({ query, isIn, isMeant }) => {
		const expected = all().filter((activity) => isIn(activity.id) && isMeant(activity));
		expect(expected.length).toBeGreaterThan(0);
		expect(await pageOf(`${query}&pageSize=1000`)).toEqual(expected.slice(-1000).reverse());
		expect(await pageOf(`${query}&pageSize=10`)).toEqual(expected.slice(-10).reverse());
	});
});

describe('5,000 active alerts', () => {
	it('are all listed, each with its device, and found by source and device', async () => {
		const alerts = await session.get<Alert[]>('/v2/alerts');
		expect(new Set(alerts.map(({ uid }) => uid)).size).toBe(5000);
		expect(alerts.every(({ deviceId, device }) => deviceId === device?.id)).toBe(true);
		const filter = 'sourceType=AGENT_OFFLINE&df=org%20in%20(2,3)%20AND%20online';
		const isMeant = ({ sourceType, device }: Alert) =>
			sourceType === 'AGENT_OFFLINE' &&
			[2, 3].includes(device?.organizationId ?? 0) &&
			device?.offline === false &&
			device.approvalStatus === 'APPROVED';
		expect(await session.get(`/v2/alerts?${filter}`)).toEqual(alerts.filter(isMeant));
	});

	it('are there on a small fleet, too', async () => {
		await during({ devices: 50, alerts: 5000 }, async (small) => {
			expect(await small.get<Alert[]>('/v2/alerts')).toHaveLength(5000);
		});
	});
});

function between(above: number, below: number) {
	return (id: number) => id > above && id < below;
}

/** As a device filter has it: of devices that are approved. */
function ofOrganizations(...ids: number[]) {
	return ({ deviceId = 0 }: Activity) => {
		const device = session.simulator.state.devices.get(deviceId);
		return device?.approvalStatus === 'APPROVED' && ids.includes(device.organizationId);
	};
}

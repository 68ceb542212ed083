import type { IDataObject } from 'n8n-workflow';
import { activate, waitingFor } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 60, organizations: 3, alerts: 5, activities: 5 });
const empty = withSimulator({ devices: 5, organizations: 1, alerts: 0, activities: 0 });
const { state } = simulator;

/** What a test in the editor shows, and what is then held. */
async function show(row: IDataObject | IDataObject[], from = simulator, stored: IDataObject = {}) {
	const trigger = activate({
		parameters: waitingFor(row),
		credential: credentialFor(from),
		mode: 'manual',
		stored,
	});
	const items = await trigger.poll();
	expect(trigger.held()).toEqual(stored);
	return items;
}

describe('A test in the editor', () => {
	it('shows the newest of each event, whatever the bookmark, and changes nothing', async () => {
		state.triggerAlert(3);
		state.openTicket();
		const { uid } = state.triggerAlert(5);
		const stored = { state: { version: 1, bookmark: state.activities.lastId } };
		const row = [{ event: 'newAlert' }, { event: 'ticketCreated' }];
		expect(await show(row, simulator, stored)).toMatchObject([
			{ event: 'newAlert', alertUid: uid, deviceName: expect.any(String) },
			{ event: 'ticketCreated' },
		]);
	});

	it('shows what passes the filters', async () => {
		state.triggerAlert(3);
		state.triggerAlert(5);
		const deviceFilters = { deviceIds: '3' };
		expect(await show({ event: 'newAlert', deviceFilters })).toMatchObject([{ deviceId: 3 }]);
	});

	it('shows what is active where the feed has no beginning of it any more', async () => {
		const { uid } = state.triggerAlert(7, { conditionName: 'Print spooler stopped' });
		state.burst(1100, { statusCode: 'NODE_UPDATED' });
		const alertFilters = { conditionName: 'Print spooler stopped' };
		// Two events, so that NinjaOne itself does not narrow the feed.
		const row = [{ event: 'newAlert', alertFilters }, { event: 'patchFailed' }];
		expect(await show(row)).toMatchObject([{ event: 'newAlert', alertUid: uid }]);
		expect(
			await show([{ event: 'deviceWaiting' }, { event: 'patchFailed' }], empty).catch(String),
		).toMatch(/no recent event/);
		const waiting = empty.state.joinPending();
		empty.state.burst(1100, { statusCode: 'NODE_UPDATED' });
		const row2 = [{ event: 'deviceWaiting' }, { event: 'patchFailed' }];
		expect(await show(row2, empty)).toMatchObject([{ deviceId: waiting.id }]);
	});

	it('shows the end of an outage, though its alert is gone', async () => {
		state.goOffline(9);
		state.comeOnline(9);
		state.goOffline(11);
		expect(await show({ event: 'deviceOnline' })).toMatchObject([
			{ event: 'deviceOnline', deviceId: 9 },
		]);
	});

	it('takes a few requests, however many activities there are', async () => {
		state.burst(2000);
		simulator.requests.clear();
		await show([{ event: 'newActivity' }, { event: 'newAlert' }, { event: 'deviceOnline' }]);
		expect(simulator.requests.matching({ path: /^\/v2\// }).length).toBeLessThanOrEqual(8);
	});

	it('says so where there is none, and what to do', async () => {
		const row = [{ event: 'patchFailed' }, { event: 'ticketCreated' }];
		await expect(show(row, empty)).rejects.toMatchObject({
			message: expect.stringMatching(/no recent event for Patch Failed, Ticket Created/),
			description: expect.stringMatching(/test again/),
		});
	});

	it('tells trouble at once', async () => {
		simulator.faults.add({ kind: 'throttle', retryAfterSeconds: 60, path: '/v2/activities' });
		await expect(show({ event: 'newAlert' })).rejects.toThrow(/too many requests/);
	});
});

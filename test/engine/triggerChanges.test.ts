import type { IDataObject } from 'n8n-workflow';
import { scheduleDurably } from '../harness/durablePoll';
import { activate, startProcess } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 60, organizations: 3 });
const elsewhere = withSimulator({ devices: 60, organizations: 5 });
const { state } = simulator;

/** Minutes that pass between two polls. */
let minutes = 0;
beforeEach(() => {
	minutes = 0;
	jest.spyOn(Date, 'now').mockImplementation(() => start + minutes * 60_000);
});
afterEach(() => jest.restoreAllMocks());
const start = Date.now();

function watching(changes: string[], more: IDataObject = {}, others: IDataObject = {}) {
	return activate({
		parameters: { events: {}, changes: { changes, ...more }, ...others } as never,
		credential: credentialFor(simulator),
	});
}

/** What is emitted of what happens, look by look. */
async function emitted(
	given: Parameters<typeof watching>,
	...happenings: Array<() => unknown>
): Promise<IDataObject[]> {
	const trigger = watching(...given);
	expect(await trigger.poll()).toBeNull();
	const items: IDataObject[] = [];
	for (const happen of happenings) {
		minutes += 15;
		happen();
		items.push(...((await trigger.poll()) ?? []));
	}
	minutes += 15;
	expect(await trigger.poll()).toBeNull();
	return items;
}

const device = (id: number) => {
	const found = state.devices.get(id);
	if (!found) throw new Error(`no device ${id}`);
	return found;
};
const move = (id: number, organizationId: number) => Object.assign(device(id), { organizationId });
const maintain = (id: number, status?: string) =>
	Object.assign(device(id), {
		maintenance: status && {
			status,
			start: 1_700_000_000,
			end: 1_700_007_200,
			reasonMessage: 'Move',
		},
	});
const requests = () => simulator.requests.matching({ path: /^\/v2\// });

describe('Devices that are compared', () => {
	it('tell that one has moved, from where and to where, once', async () => {
		const [from, to] = [device(5).organizationId, (device(5).organizationId % 3) + 1];
		const items = await emitted([['deviceMoved']], () => move(5, to));
		expect(items).toEqual([
			expect.objectContaining({
				event: 'deviceMoved',
				deviceId: 5,
				deviceName: expect.any(String),
				organizationId: to,
				organizationName: expect.any(String),
				previousOrganizationId: from,
				previousOrganizationName: expect.any(String),
			}),
		]);
	});

	it('tell that maintenance has begun and ended', async () => {
		const items = await emitted(
			[['maintenanceBegan', 'maintenanceEnded']],
			() => maintain(7, 'PENDING'),
			() => maintain(7, 'IN_MAINTENANCE'),
			() => maintain(7),
		);
		expect(items).toMatchObject([
			{
				event: 'maintenanceBegan',
				deviceId: 7,
				reason: 'Move',
				maintenanceEnd: '2023-11-15T00:13:20.000Z',
			},
			{ event: 'maintenanceEnded', deviceId: 7 },
		]);
	});

	it('are those of the organizations that are wanted, also of one that was left', async () => {
		const filters = { organizationIds: [1] };
		const [inside, outside] = [14, 15];
		move(inside, 1);
		move(outside, 2);
		const items = await emitted([['deviceMoved'], filters], () => {
			move(inside, 3);
			move(outside, 3);
		});
		expect(items.map(({ deviceId }) => deviceId)).toEqual([inside]);
	});

	it('are read no more often than they are to be', async () => {
		const trigger = watching(['deviceMoved'], { checkMinutes: 30 });
		await trigger.poll();
		const looked: boolean[] = [];
		for (let poll = 0; poll < 4; poll++) {
			minutes += 15;
			simulator.requests.clear();
			await trigger.poll();
			looked.push(requests().length > 0);
		}
		expect(looked).toEqual([false, true, false, true]);
	});

	it('that could not be read are compared the next time, and nothing is lost', async () => {
		const trigger = watching(['maintenanceBegan']);
		await trigger.poll();
		maintain(20, 'IN_MAINTENANCE');
		minutes += 15;
		simulator.faults.add({ kind: 'status', status: 500, path: '/v2/devices', times: 'always' });
		expect(await trigger.poll()).toBeNull();
		expect(trigger.warnings.join()).toMatch(/devices could not be compared/);
		simulator.faults.clear();
		minutes += 15;
		expect(await trigger.poll()).toMatchObject([{ event: 'maintenanceBegan', deviceId: 20 }]);
		maintain(20);
	});

	it('are known after a restart, by what n8n has stored', async () => {
		const trigger = watching(['maintenanceBegan', 'maintenanceEnded']);
		await trigger.poll();
		maintain(21, 'IN_MAINTENANCE');
		minutes += 15;
		expect(await trigger.poll()).toHaveLength(1);
		startProcess();
		const again = trigger.restart();
		minutes += 15;
		expect(await again.poll()).toBeNull();
		maintain(21);
		minutes += 15;
		expect(await again.poll()).toMatchObject([{ event: 'maintenanceEnded', deviceId: 21 }]);
	});

	it('begin anew with a credential of another account', async () => {
		const trigger = watching(['deviceMoved']);
		await trigger.poll();
		minutes += 15;
		const other = trigger.edit({ credential: credentialFor(elsewhere) });
		expect(await other.poll()).toBeNull();
		expect(elsewhere.requests.matching({ path: '/v2/devices' })).not.toEqual([]);
		expect(other.warnings).toEqual([]);
	});

	it('go on where only the time between two looks or the list of changes is edited', async () => {
		const trigger = watching(['deviceMoved']);
		await trigger.poll();
		move(32, (device(32).organizationId % 3) + 1);
		maintain(33, 'IN_MAINTENANCE');
		minutes += 15;
		const changes = { changes: ['maintenanceBegan', 'deviceMoved'], checkMinutes: 5 };
		const edited = trigger.edit({ parameters: { events: {}, changes } as never });
		expect(await edited.poll()).toMatchObject([{ event: 'deviceMoved', deviceId: 32 }]);
		maintain(33);
	});

	it('are read at once where the clock was set back by more than the time between two looks', async () => {
		const trigger = watching(['maintenanceBegan']);
		minutes = 10_000;
		await trigger.poll();
		maintain(34, 'IN_MAINTENANCE');
		minutes = 0;
		expect(await trigger.poll()).toMatchObject([{ event: 'maintenanceBegan', deviceId: 34 }]);
		maintain(34);
	});

	it('without an organization have not moved', async () => {
		const { organizationId } = device(35);
		move(35, undefined as never);
		expect(await emitted([['deviceMoved']], () => undefined)).toEqual([]);
		move(35, organizationId);
	});

	it("are told again where n8n's durable scheduler could not write down what it was given", async () => {
		const parameters = { events: {}, changes: { changes: ['maintenanceBegan'] } } as never;
		const trigger = scheduleDurably({ parameters, credential: credentialFor(simulator) });
		await trigger.poll();
		await trigger.poll();
		maintain(36, 'IN_MAINTENANCE');
		minutes += 15;
		const [lost, twin] = [trigger.take(), trigger.take()];
		expect(await lost.run()).toHaveLength(1);
		expect(await twin.run()).toBeNull();
		minutes += 1;
		expect(await trigger.poll()).toMatchObject([{ event: 'maintenanceBegan', deviceId: 36 }]);
		minutes += 15;
		expect(await trigger.poll()).toBeNull();
		maintain(36);
	});

	it('may be missed by a restart of the older engine where what was not wanted came between: the limit that is documented', async () => {
		const trigger = watching(['maintenanceBegan']);
		await trigger.poll();
		maintain(37, 'IN_MAINTENANCE');
		minutes += 15;
		expect(await trigger.poll()).toHaveLength(1);
		maintain(37);
		minutes += 15;
		expect(await trigger.poll()).toBeNull();
		const again = trigger.restart();
		maintain(37, 'IN_MAINTENANCE');
		minutes += 15;
		expect(await again.poll()).toBeNull();
		maintain(37);
	});

	it('begin anew with other filters', async () => {
		const trigger = watching(['maintenanceBegan']);
		await trigger.poll();
		maintain(22, 'IN_MAINTENANCE');
		minutes += 15;
		const parameters = {
			events: {},
			changes: { changes: ['maintenanceBegan'], organizationIds: [1, 2, 3] },
		};
		expect(await trigger.edit({ parameters: parameters as never }).poll()).toBeNull();
		maintain(22);
	});

	it('take some three characters each', async () => {
		const big = watching(['deviceMoved']);
		await big.poll();
		const { compared } = big.held();
		expect(JSON.stringify(compared).length).toBeLessThan(60 * 4 + 200);
	});
});

describe('Tickets that are compared', () => {
	const open = () => state.openTicket({ subject: 'No paper' });
	const comment = (ticket: ReturnType<typeof open>) =>
		state.ticketLog.add(ticket, {
			type: 'COMMENT',
			body: 'x',
			htmlBody: 'x',
			publicEntry: true,
		} as never);
	const close = (ticket: ReturnType<typeof open>, statusId = 6000) => {
		comment(ticket);
		state.tickets.set({ ...ticket, status: { name: 'CLOSED', displayName: 'Closed', statusId } });
	};

	it('tell each change once, and not that a ticket was opened', async () => {
		const ticket = open();
		minutes += 1;
		const items = await emitted(
			[['ticketChanged', 'ticketClosed']],
			() => open(),
			() => comment(ticket),
		);
		expect(items).toMatchObject([
			{ event: 'ticketChanged', ticketId: ticket.id, subject: 'No paper' },
		]);
	});

	it('tell that one was closed, once, whatever is written into it afterwards', async () => {
		const ticket = open();
		minutes += 1;
		const items = await emitted(
			[['ticketClosed']],
			() => close(ticket),
			() => comment(ticket),
		);
		expect(items).toMatchObject([{ event: 'ticketClosed', ticketId: ticket.id, status: 'Closed' }]);
	});

	it('come from the board that is wanted, and an unknown one is said', async () => {
		const trigger = watching(['ticketChanged'], { ticketBoard: 'No such board' });
		expect(await trigger.poll()).toBeNull();
		expect(trigger.warnings.join()).toMatch(
			/tickets could not be compared.*Ticket Board Name or ID/,
		);
	});
});

describe('The parameters', () => {
	it('want an event or a change', async () => {
		const nothing = activate({
			parameters: { events: {}, changes: {} },
			credential: credentialFor(simulator),
		});
		await expect(nothing.poll()).rejects.toThrow(/"Events to Start On" is empty/);
		await expect(watching([]).poll()).rejects.toThrow(/holds "Changes" without a value/);
	});

	it('tell nothing of the time in which there were no events', async () => {
		const changes = { changes: ['maintenanceBegan'] };
		const both = { events: { row: [{ event: 'newAlert' }] }, changes };
		const trigger = watching(['maintenanceBegan'], {}, both);
		await trigger.poll();
		const without = trigger.edit({ parameters: { events: {}, changes } as never });
		expect(await without.poll()).toBeNull();
		state.triggerAlert(4);
		minutes += 15;
		expect(await without.poll()).toBeNull();
		const again = without.edit({ parameters: both as never });
		expect(await again.poll()).toBeNull();
		state.triggerAlert(5);
		minutes += 1;
		expect(await again.poll()).toMatchObject([{ event: 'newAlert', deviceId: 5 }]);
	});

	it('give both, events and changes', async () => {
		const trigger = watching(
			['maintenanceBegan'],
			{},
			{ events: { row: [{ event: 'newAlert' }] } },
		);
		expect(await trigger.poll()).toBeNull();
		state.triggerAlert(3);
		maintain(25, 'IN_MAINTENANCE');
		minutes += 15;
		const items = (await trigger.poll()) ?? [];
		expect(items.map(({ event }) => event)).toEqual(['newAlert', 'maintenanceBegan']);
		maintain(25);
	});
});

import type { IDataObject } from 'n8n-workflow';
import { activate, startProcess } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 60, organizations: 3 });
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

	it('begin anew with other settings', async () => {
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

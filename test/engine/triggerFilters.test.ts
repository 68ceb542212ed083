import type { IDataObject } from 'n8n-workflow';
import { activate, waitingFor } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 70, organizations: 3, alerts: 5 });
const { state } = simulator;

const [one, two] = [state.devices.get(3), state.devices.get(5)].map((device) => ({
	id: Number(device?.id),
	organizationId: Number(device?.organizationId),
	locationId: Number(device?.locationId),
}));
const server = state.devices.all().find(({ nodeClass }) => nodeClass === 'WINDOWS_SERVER');
const mac = state.devices.all().find(({ nodeClass }) => nodeClass === 'MAC');
const servers = state.groups.all().find(({ name }) => name === 'Windows Servers');

/** IDs of the devices that items are about, of alerts on these devices. */
async function devicesTold(filters: IDataObject, onDevices: number[]) {
	const trigger = activate({
		parameters: waitingFor({ event: 'newAlert', ...filters }),
		credential: credentialFor(simulator),
	});
	await trigger.poll();
	for (const id of onDevices) state.triggerAlert(id);
	return ((await trigger.poll()) ?? []).map(({ deviceId }) => deviceId);
}

/** Names of the conditions of which alerts are told, whether they are still active or not. */
async function conditionsTold(event: string, alertFilters: IDataObject, isOver = false) {
	const trigger = activate({
		parameters: waitingFor({ event, alertFilters }),
		credential: credentialFor(simulator),
	});
	await trigger.poll();
	for (const conditionName of ['Disk almost full', 'Processor busy', 'No patch for 30 days']) {
		const { uid } = state.triggerAlert(one.id, { conditionName });
		if (isOver) state.resetAlert(uid);
	}
	return ((await trigger.poll()) ?? []).map(({ conditionName }) => conditionName);
}

describe('Filters for devices let through', () => {
	beforeAll(() => {
		Object.assign(state.devices.get(5) ?? {}, {
			organizationId: (one.organizationId % 3) + 1,
			locationId: one.locationId + 1,
		});
		Object.assign(two, state.devices.get(5));
	});

	it('an organization', async () => {
		const deviceFilters = { organizationIds: [two.organizationId] };
		expect(await devicesTold({ deviceFilters }, [3, 5])).toEqual([5]);
	});

	it('an organization, a location and a group by name', async () => {
		const organization = String(state.organizations.get(one.organizationId)?.name);
		const location = String(state.locations.get(one.locationId)?.name);
		const deviceFilters = {
			organizationIds: organization,
			locationIds: [`${organization}: ${location}`],
		};
		expect(await devicesTold({ deviceFilters }, [3, 5])).toEqual([3]);
		const inGroup = { deviceFilters: { groupId: 'windows servers' } };
		expect(await devicesTold(inGroup, [Number(server?.id), Number(mac?.id)])).toEqual([server?.id]);
	});

	it('a location', async () => {
		const deviceFilters = { locationIds: [one.locationId] };
		expect(await devicesTold({ deviceFilters }, [3, 5])).toEqual([3]);
	});

	it('nothing where a filter came out empty: it does not start', async () => {
		const deviceFilters = { organizationIds: '={{ undefined }}' };
		await expect(devicesTold({ deviceFilters }, [3])).rejects.toThrow(
			/"Device Filters" holds "Organization Names or IDs" without a value/,
		);
	});

	it('a class', async () => {
		const [a, b] = [Number(server?.id), Number(mac?.id)];
		const deviceFilters = { classes: ['WINDOWS_SERVER', 'LINUX_SERVER'] };
		expect(await devicesTold({ deviceFilters }, [a, b])).toEqual([a]);
	});

	it('single devices', async () => {
		const deviceFilters = { deviceIds: '5,7' };
		expect(await devicesTold({ deviceFilters }, [3, 5, 7])).toEqual([5, 7]);
	});

	it('a group, which is asked for once', async () => {
		const [a, b] = [Number(server?.id), Number(mac?.id)];
		const deviceFilters = { groupId: servers?.id };
		expect(await devicesTold({ deviceFilters }, [a, b])).toEqual([a]);
		const asked = simulator.requests.all().filter(({ query }) => /group/.test(String(query.df)));
		expect(asked).toHaveLength(2);
	});

	it('what passes all that are set, each with alternatives', async () => {
		const deviceFilters = {
			organizationIds: [one.organizationId, two.organizationId],
			locationIds: [two.locationId],
		};
		expect(await devicesTold({ deviceFilters }, [3, 5])).toEqual([5]);
	});
});

describe('Filters for alerts let through', () => {
	const cases: Array<[string, IDataObject, string[]]> = [
		['a severity', { severities: ['MAJOR', 'CRITICAL'] }, ['Disk almost full']],
		['a priority', { priorities: ['LOW'] }, ['No patch for 30 days']],
		['a condition by its name', { conditionName: 'processor BUSY' }, ['Processor busy']],
		[
			'source types',
			{ sourceTypes: 'condition_agent_cpu, CONDITION_AGENT_DISK_FREE_SPACE' },
			['Disk almost full', 'Processor busy'],
		],
		[
			'what passes all that are set',
			{ severities: ['MODERATE', 'MAJOR'], priorities: ['MEDIUM'] },
			['Processor busy'],
		],
	];

	it.each(cases)('%s, of new ones', async (_, filters, names) => {
		expect(await conditionsTold('newAlert', filters)).toEqual(names);
	});

	it.each(cases)(
		'%s, of new ones that are over when they are looked at',
		async (_, filters, names) => {
			expect(await conditionsTold('newAlert', filters, true)).toEqual(names);
		},
	);

	it.each(cases)('%s, of those that end', async (_, filters, names) => {
		expect(await conditionsTold('alertReset', filters, true)).toEqual(names);
	});
});

describe('New Activity lets through', () => {
	const told = async (activityFilters: IDataObject) => {
		const trigger = activate({
			parameters: waitingFor({ event: 'newActivity', activityFilters }),
			credential: credentialFor(simulator),
		});
		await trigger.poll();
		for (const [activityType, statusCode] of [
			['SYSTEM', 'SYSTEM_REBOOTED'],
			['SYSTEM', 'NODE_UPDATED'],
			['NEW_TYPE', 'NODE_UPDATED'],
			['NEW_TYPE', 'NEW_CODE'],
		]) {
			state.addActivity({ activityType, statusCode });
		}
		const items = (await trigger.poll()) ?? [];
		return items.map(({ activityType, statusCode }) => `${activityType} ${statusCode}`);
	};

	it('a type from the list, and one that the list does not have', async () => {
		expect(await told({ activityTypes: ['SYSTEM'] })).toHaveLength(2);
		expect(await told({ activityTypes: ['NEW_TYPE'] })).toHaveLength(2);
	});

	it('a status code from the list, and one that the list does not have', async () => {
		expect(await told({ statusCodes: ['SYSTEM_REBOOTED'] })).toEqual(['SYSTEM SYSTEM_REBOOTED']);
		expect(await told({ statusCodes: ['NEW_CODE', 'OTHER'] })).toEqual(['NEW_TYPE NEW_CODE']);
	});

	it('both at once, and everything where nothing is chosen', async () => {
		expect(await told({ activityTypes: ['NEW_TYPE'], statusCodes: ['NODE_UPDATED'] })).toEqual([
			'NEW_TYPE NODE_UPDATED',
		]);
		expect(await told({})).toHaveLength(4);
	});
});

describe('Several events in one trigger', () => {
	it('have filters of their own, and each item says which it is', async () => {
		const trigger = activate({
			parameters: waitingFor([
				{ event: 'newAlert', deviceFilters: { deviceIds: '3' } },
				{ event: 'alertReset', deviceFilters: { deviceIds: '5' } },
				{ event: 'newActivity', activityFilters: { statusCodes: ['TRIGGERED'] } },
			]),
			credential: credentialFor(simulator),
		});
		await trigger.poll();
		for (const id of [3, 5]) state.resetAlert(state.triggerAlert(id).uid);
		const items = (await trigger.poll()) ?? [];
		expect(items.map(({ event, deviceId }) => `${event} ${deviceId}`)).toEqual([
			'newAlert 3',
			'newActivity 3',
			'newActivity 5',
			'alertReset 5',
		]);
	});

	it('of the same kind are alternatives: what passes several filters is told once', async () => {
		const trigger = activate({
			parameters: waitingFor([
				{ event: 'newAlert', deviceFilters: { deviceIds: '3,5' } },
				{ event: 'newAlert', deviceFilters: { deviceIds: '5,7' } },
			]),
			credential: credentialFor(simulator),
		});
		await trigger.poll();
		for (const id of [3, 5, 7, 9]) state.triggerAlert(id);
		const items = (await trigger.poll()) ?? [];
		expect(items.map(({ deviceId }) => deviceId)).toEqual([3, 5, 7]);
	});
});

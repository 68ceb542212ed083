import type { DeviceDetailed, Role } from '../../contracts';
import { makeDevice } from '../data/devices';
import { seedDocumentation } from '../data/documentation';
import { seedPatches } from '../data/patches';
import type { UserRecord } from '../data/people';
import { seedOverrides } from '../data/policyOverrides';
import { createRandom } from '../data/random';
import { seedServices } from '../data/services';
import type { Settings } from '../options';
import { createActivityLog } from './activityLog';
import { createEvents } from './events';
import { createFieldValues } from './fieldValues';
import type { StoredFile } from './files';
import { createHappenings } from './happenings';
import { createJobs } from './jobs';
import { createMaintenances } from './maintenance';
import { createPerDevice } from './perDevice';
import { seed } from './seed';
import type { State } from './state';
import { createTable } from './table';
import { createTicketLog } from './ticketLog';

/** Everything as it is when the simulator starts. */
export function createState(settings: Settings): State {
	const seeded = seed(settings);
	const random = createRandom(settings.seed, 'later');
	const now = () => settings.now() / 1000;
	const about = { seed: settings.seed, now: settings.baseTime / 1000 };
	const organizations = createTable(seeded.organizations);
	const devices = createTable(seeded.devices);
	const alerts = new Map(seeded.alerts.map((alert) => [alert.uid, alert]));
	const activities = createActivityLog(seeded.activities, now);
	const events = createEvents({ devices, alerts, activities, random, now });

	const addDevice = (given: Partial<DeviceDetailed> = {}) => {
		const organization =
			organizations.get(given.organizationId ?? 0) ?? random.pick(organizations.all());
		const around = { ...seeded.around, now: now() };
		const made = makeDevice(random, around, devices.nextId(), organization);
		const joined = { ...made, approvalStatus: 'APPROVED' as const, created: now(), ...given };
		const device = devices.set({ ...joined, nodeRoleId: roleFor(joined, seeded.roles) });
		events.addActivity({
			deviceId: device.id,
			activityType: 'SYSTEM',
			statusCode: 'NODE_CREATED',
			status: 'Device created',
			message: `Device ${device.systemName} was created`,
		});
		return device;
	};

	const state: State = {
		...events,
		...createHappenings(() => state, settings),
		organizations,
		locations: createTable(seeded.locations),
		devices,
		alerts,
		activities,
		users: createTable<UserRecord>(seeded.users),
		groups: createTable(seeded.groups),
		tags: createTable(seeded.tags),
		roles: createTable(seeded.roles),
		policies: createTable(seeded.policies),
		customFields: seeded.customFields,
		fieldValues: createFieldValues(seeded.customFields, {
			seed: settings.seed,
			baseTime: about.now,
			now,
		}),
		scripts: createTable(seeded.scripts),
		jobs: createJobs({
			devices,
			now,
			random: createRandom(settings.seed, 'jobs'),
			pace: settings.jobProgress,
		}),
		maintenances: createMaintenances(devices, settings.maintenanceUnit, now),
		patches: createPerDevice((device) => seedPatches(device, about)),
		services: createPerDevice((device) => seedServices(device, settings.seed)),
		policyOverrides: createPerDevice((device) => seedOverrides(device, settings.seed)),
		boards: createTable(seeded.boards),
		tickets: createTable(seeded.tickets),
		ticketLog: createTicketLog(settings.seed, seeded.tickets, now),
		ticketAttributes: createTable(seeded.ticketAttributes),
		ticketForms: createTable(seeded.ticketForms),
		contacts: createTable(seeded.contacts),
		files: createTable<StoredFile>(),
		documentation: seedDocumentation(seeded.organizations, about),
		lag: { devices: 0, alerts: 0 },
		now,
		addDevice,
	};
	return state;
}

/** A device that is to be of another class than the one it was made as needs a role of that class. */
function roleFor({ nodeRoleId, nodeClass }: DeviceDetailed, roles: readonly Role[]): number {
	const fitting = roles.filter((role) => role.nodeClass === nodeClass);
	const isFitting = fitting.some(({ id }) => id === nodeRoleId);
	return (isFitting ? nodeRoleId : fitting[0]?.id) ?? nodeRoleId;
}

import type { DeviceDetailed, Role } from '../../contracts';
import { makeDevice } from '../data/devices';
import { seedDocumentation } from '../data/documentation';
import { seedPatches } from '../data/patches';
import { seedOverrides } from '../data/policyOverrides';
import { createRandom } from '../data/random';
import { seedServices } from '../data/services';
import type { Settings } from '../options';
import { createActivityLog } from './activityLog';
import { createEvents } from './events';
import { createFieldValues } from './fieldValues';
import { createHappenings } from './happenings';
import { createJobs } from './jobs';
import { createMaintenances } from './maintenance';
import { createPerDevice } from './perDevice';
import { seed } from './seed';
import type { State } from './state';
import { createTicketLog } from './ticketLog';

/** Everything as it is when the simulator starts. */
export function createState(settings: Settings): State {
	const { tables, customFields, around, ...past } = seed(settings);
	const { organizations, devices, roles } = tables;
	const random = createRandom(settings.seed, 'later');
	const now = () => settings.now() / 1000;
	const about = { seed: settings.seed, now: settings.baseTime / 1000 };
	const alerts = new Map(past.alerts.map((alert) => [alert.uid, alert]));
	const activities = createActivityLog(past.activities, now);
	const events = createEvents({ devices, alerts, activities, random, now });

	const addDevice = (given: Partial<DeviceDetailed> = {}) => {
		const organization =
			organizations.get(given.organizationId ?? 0) ?? random.pick(organizations.all());
		const made = makeDevice(random, { ...around, now: now() }, devices.nextId(), organization);
		const joined = { ...made, approvalStatus: 'APPROVED' as const, created: now(), ...given };
		const device = devices.set({ ...joined, nodeRoleId: roleFor(joined, roles.all()) });
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
		...tables,
		...events,
		...createHappenings(() => state, settings),
		alerts,
		activities,
		customFields,
		fieldValues: createFieldValues(customFields, {
			seed: settings.seed,
			baseTime: about.now,
			now,
		}),
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
		ticketLog: createTicketLog(tables.tickets.all(), now),
		documentation: seedDocumentation(organizations.all(), about),
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

import type {
	AssetRelationship,
	Board,
	CustomField,
	DeviceDetailed,
	LocationInList,
	Policy,
	Role,
	Tag,
	TicketAttribute,
	TicketForm,
	WindowsService,
} from '../../contracts';
import type { AlertRecord } from '../data/alerts';
import { makeDevice } from '../data/devices';
import type { GroupRecord } from '../data/groups';
import type { ContactRecord } from '../data/contacts';
import type { OrganizationRecord } from '../data/organizations';
import { type PatchBook, seedPatches } from '../data/patches';
import type { UserRecord } from '../data/people';
import { seedOverrides } from '../data/policyOverrides';
import { createRandom } from '../data/random';
import type { ScriptRecord } from '../data/scripts';
import { seedServices } from '../data/services';
import type { TicketRecord } from '../data/ticketDetails';
import type { Settings } from '../options';
import { type ActivityLog, createActivityLog } from './activityLog';
import { createDocumentation, type Documentation } from './documentation';
import { type Events, createEvents } from './events';
import { createHappenings, type Happenings } from './happenings';
import { createFieldValues, type FieldValues } from './fieldValues';
import type { StoredFile } from './files';
import { createJobs, type Jobs } from './jobs';
import { createMaintenances, type Maintenances } from './maintenance';
import { createOwn, type Own } from './own';
import { seed } from './seed';
import { createTable, type Table } from './table';
import { createTicketLog, type TicketLog } from './ticketLog';

/** What the simulated NinjaOne holds. It is alive: what is changed here is answered from then on. */
export interface State extends Events, Happenings {
	readonly organizations: Table<OrganizationRecord>;
	readonly locations: Table<LocationInList>;
	/** Detailed rows; the brief lists leave the details out. */
	readonly devices: Table<DeviceDetailed>;
	/** By uid: the active ones, oldest first. */
	readonly alerts: Map<string, AlertRecord>;
	readonly activities: ActivityLog;
	readonly users: Table<UserRecord>;
	readonly groups: Table<GroupRecord>;
	readonly tags: Table<Tag>;
	readonly roles: Table<Role>;
	readonly policies: Table<Policy>;
	readonly customFields: CustomField[];
	readonly fieldValues: FieldValues;
	readonly scripts: Table<ScriptRecord>;
	/** What runs on devices, and what is to become of it. */
	readonly jobs: Jobs;
	readonly maintenances: Maintenances;
	readonly patches: Own<PatchBook>;
	readonly services: Own<WindowsService[]>;
	/** Sections of its policy that a device has of its own. */
	readonly policyOverrides: Own<string[]>;
	readonly boards: Table<Board>;
	readonly tickets: Table<TicketRecord>;
	readonly ticketLog: TicketLog;
	readonly ticketAttributes: Table<TicketAttribute>;
	readonly ticketForms: Table<TicketForm>;
	readonly contacts: Table<ContactRecord>;
	readonly relationships: Table<AssetRelationship & { id: number }>;
	/** What was uploaded. */
	readonly files: Table<StoredFile>;
	/** Documents, articles, checklists and what is related to what. */
	readonly documentation: Documentation;
	/** Seconds by which lists are behind: what is younger is not in them yet. */
	readonly lag: { devices: number; alerts: number };
	/** Epoch seconds, to the millisecond. */
	now(): number;
	/** Lets a new device join; what is not given is made up. */
	addDevice(device?: Partial<DeviceDetailed>): DeviceDetailed;
}

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
		patches: createOwn((device) => seedPatches(device, about)),
		services: createOwn((device) => seedServices(device, settings.seed)),
		policyOverrides: createOwn((device) => seedOverrides(device, settings.seed)),
		boards: createTable(seeded.boards),
		tickets: createTable(seeded.tickets),
		ticketLog: createTicketLog(settings.seed, seeded.tickets, now),
		ticketAttributes: createTable(seeded.ticketAttributes),
		ticketForms: createTable(seeded.ticketForms),
		contacts: createTable(seeded.contacts),
		relationships: createTable(seeded.relationships),
		files: createTable<StoredFile>(),
		documentation: createDocumentation(seeded.organizations, about),
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

import {
	type Alert,
	type AutomationScript,
	AutomationScriptSchema,
	type Device,
	type DeviceDetailed,
	DeviceSchema,
	type Group,
	type JobRow,
	JobSchema,
	type Location,
	LocationSchema,
	type Organization,
	type OrganizationDetailed,
	OrganizationSchema,
	type User,
	UserSchema,
} from '../contracts';
import type { AlertRecord } from './data/alerts';
import type { GroupRecord } from './data/catalog';
import type { OrganizationRecord } from './data/organizations';
import { parseDeviceFilter } from './deviceFilter';
import type { Job } from './state/jobs';
import type { State } from './state/state';

/** Copies from a record what a contract speaks of: a record holds more than its row in a list shows. */
export const only =
	<Row extends object>(shape: object) =>
	(record: Row): Row => {
		const row: Partial<Row> = {};
		for (const field of Object.keys(shape) as (keyof Row)[]) {
			if (record[field] !== undefined) row[field] = record[field];
		}
		return row as Row;
	};

/** A row of the brief device lists. */
export const briefDevice = only<Device>(DeviceSchema.shape);
export const briefOrganization = only<Organization>(OrganizationSchema.shape);
export const libraryScript = only<AutomationScript>(AutomationScriptSchema.shape);
const fullUser = only<User>(UserSchema.shape);
/** A row of the lists of users, which name roles where that is asked for. */
export const userRow =
	(withRoles: boolean) =>
	(user: User): User =>
		withRoles ? fullUser(user) : { ...fullUser(user), roles: undefined };
export const briefLocation = only<Location>(LocationSchema.shape);

/** One device asked for by its id, with the entities around it. */
export function deviceAlone(device: DeviceDetailed, state: State): DeviceDetailed {
	const organization = state.organizations.get(device.organizationId);
	const location = state.locations.get(device.locationId);
	return {
		...device,
		references: {
			...device.references,
			organization: organization && briefOrganization(organization),
			location: location && briefLocation(location),
			role: state.roles.get(device.nodeRoleId),
			rolePolicy: state.policies.get(device.rolePolicyId ?? 0),
			policy: state.policies.get(device.policyId ?? 0),
		},
	};
}

export function detailedOrganization(
	organization: OrganizationRecord,
	state: State,
): OrganizationDetailed {
	return {
		...briefOrganization(organization),
		locations: locationsOf(organization.id, state),
		policies: organization.policies,
		settings: { trayicon: { enabled: true }, backup: { enabled: false } },
	};
}

export const locationsOf = (organizationId: number, { locations }: State): Location[] =>
	locations
		.all()
		.filter((location) => location.organizationId === organizationId)
		.map(briefLocation);

/** An alert, with its device as a rule; none when the device is gone. */
export function alertRow(alert: AlertRecord, { devices }: State): Alert | undefined {
	const device = devices.get(alert.deviceId);
	const { withoutDevice = false, ...row } = alert;
	return device && { ...row, ...(withoutDevice ? {} : { device: briefDevice(device) }) };
}

const fullJob = only<JobRow>(JobSchema.shape);
/** A running job with its device; none when the device is gone. */
export function jobRow(job: Job, { devices }: State): JobRow | undefined {
	const device = devices.get(job.deviceId);
	const { name, status: jobStatus } = job;
	const says = { message: `Run ${name}`, sourceName: name, subject: name };
	return device && fullJob({ ...job, ...says, jobStatus, device: briefDevice(device) });
}

export function groupRow({ filter, ...group }: GroupRecord, state: State): Group {
	return { ...group, deviceCount: matchesOf(filter, state).length, lastEvaluated: state.now() };
}

/** Ids of the devices that a device filter means. */
export function matchesOf(filter: string, state: State): number[] {
	const test = parseDeviceFilter(filter, state);
	return state.devices
		.all()
		.filter(test)
		.map(({ id }) => id);
}

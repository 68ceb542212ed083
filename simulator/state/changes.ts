import type { DeviceDetailed, DevicePatch } from '../../contracts';
import { policyFor } from '../data/devices';
import { failure } from '../refusal';
import type { State } from './state';

/** Changes a device as its PATCH asks, and leaves word of it in the feed. Nothing changes when a part is refused. */
export function changeDevice(
	state: State,
	device: DeviceDetailed,
	patch: DevicePatch,
	userId?: number,
): void {
	const { policyId, warranty, ...plain } = patch;
	const place = placeOf(state, device, patch);
	const role = roleOf(state, device, patch);
	if (policyId && !state.policies.get(policyId)) throw failure(400, 'policyId: no such policy');

	Object.assign(device, plain, place, role, { lastUpdate: state.now() });
	if (policyId) device.policyId = policyId;
	if (policyId === null) delete device.policyId;
	if (warranty) device.references = { ...device.references, warranty };
	const organization = state.organizations.get(device.organizationId);
	device.rolePolicyId = organization && policyFor(organization, device.nodeRoleId);

	state.addActivity({
		deviceId: device.id,
		message: `Device ${device.systemName} was updated`,
		...(userId !== undefined && { userId }),
	});
}

/** Organization and location of the device afterwards: the location must belong to the organization. */
function placeOf(state: State, device: DeviceDetailed, patch: DevicePatch) {
	const organizationId = patch.organizationId ?? device.organizationId;
	if (!state.organizations.get(organizationId))
		throw failure(400, 'organizationId: no such organization');
	const theirs = state.locations
		.all()
		.filter((location) => location.organizationId === organizationId);
	const moved = organizationId !== device.organizationId;
	const locationId = patch.locationId ?? (moved ? theirs[0]?.id : device.locationId);
	if (theirs.some(({ id }) => id === locationId)) return { organizationId, locationId };
	throw failure(400, 'locationId: no such location in the organization');
}

/** A role fits only devices of its class. */
function roleOf(
	{ roles }: State,
	device: DeviceDetailed,
	{ nodeRoleId = device.nodeRoleId }: DevicePatch,
) {
	if (roles.get(nodeRoleId)?.nodeClass === device.nodeClass) return { nodeRoleId };
	throw failure(400, 'nodeRoleId: no such role for this class of device');
}

import type { DeviceDetailed, DevicePatch } from '../../contracts';
import { policyFor } from '../data/devices';
import { failure } from '../refusal';
import type { State } from './state';

/** Changes a device as its PATCH asks, and notes it in the feed. Nothing changes when a part is refused. */
export function updateDevice(
	state: State,
	device: DeviceDetailed,
	{ policyId, warranty, ...patch }: DevicePatch,
	userId?: number,
): void {
	const placed = { ...patch, ...placeOf(state, device, patch) };
	const { nodeRoleId = device.nodeRoleId } = patch;
	if (state.roles.get(nodeRoleId)?.nodeClass !== device.nodeClass)
		throw failure(400, 'nodeRoleId: no such role for this class of device');
	if (policyId && !state.policies.get(policyId)) throw failure(400, 'policyId: no such policy');

	Object.assign(device, placed, { lastUpdate: state.now() });
	if (policyId) device.policyId = policyId;
	if (policyId === null) delete device.policyId;
	if (warranty) device.references = { ...device.references, warranty };
	const organization = state.organizations.get(device.organizationId);
	device.rolePolicyId = organization && policyFor(organization, device.nodeRoleId);

	const message = `Device ${device.systemName} was updated`;
	state.addActivity({ deviceId: device.id, message, userId });
}

/** Organization and location of the device afterwards: the location must belong to the organization. */
function placeOf({ organizations, locations }: State, device: DeviceDetailed, patch: DevicePatch) {
	const { organizationId = device.organizationId } = patch;
	if (!organizations.get(organizationId))
		throw failure(400, 'organizationId: no such organization');
	const theirs = locations.all().filter((location) => location.organizationId === organizationId);
	const moved = organizationId !== device.organizationId;
	const locationId = patch.locationId ?? (moved ? theirs[0]?.id : device.locationId);
	if (theirs.some(({ id }) => id === locationId)) return { organizationId, locationId };
	throw failure(400, 'locationId: no such location in the organization');
}

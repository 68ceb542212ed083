import type { Activity, WebhookConfiguration, WebhookPayload } from '../../contracts';
import { briefDevice, briefLocation, briefOrganization } from '../rows';
import type { State } from '../state/state';

/** An activity as it is delivered; what does not exist, or not any more, is not expanded. */
export function payloadOf(
	{ expand = [] }: WebhookConfiguration,
	activity: Activity,
	state: State,
): WebhookPayload {
	const device = state.devices.get(activity.deviceId ?? 0);
	const organization = state.organizations.get(device?.organizationId ?? 0);
	const location = state.locations.get(device?.locationId ?? 0);
	return {
		...activity,
		...(expand.includes('device') && device && { device: briefDevice(device) }),
		...(expand.includes('organization') &&
			organization && { organization: briefOrganization(organization) }),
		...(expand.includes('location') && location && { location: briefLocation(location) }),
	};
}

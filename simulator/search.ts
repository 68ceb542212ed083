import type { DeviceDetailed } from '../contracts';
import { isApproved } from './deviceFilter';
import { briefDevice } from './rows';

const defaultLimit = 50;

/** What a search looks at, by the name under which a match says where it was. */
const attributes: Readonly<
	Record<string, (device: DeviceDetailed) => readonly (string | undefined)[]>
> = {
	displayName: ({ displayName }) => [displayName],
	systemName: ({ systemName }) => [systemName],
	dnsName: ({ dnsName }) => [dnsName],
	lastLoggedInUser: ({ lastLoggedInUser }) => [lastLoggedInUser],
	ipAddresses: ({ ipAddresses, publicIP }) => [...ipAddresses, publicIP],
};

/** Devices in which the text is found, the best first; without regard to upper and lower case. */
export function searchDevices(
	devices: readonly DeviceDetailed[],
	query: string,
	limit = defaultLimit,
) {
	const wanted = query.trim().toLowerCase();
	if (wanted === '') return { query, devices: [] };
	const matches = devices.filter(isApproved).flatMap((device) => matchIn(device, wanted) ?? []);
	matches.sort((a, b) => b.score - a.score || a.id - b.id);
	return { query, devices: matches.slice(0, limit) };
}

/** By the first attribute that matches. */
function matchIn(device: DeviceDetailed, wanted: string) {
	for (const [matchAttr, of] of Object.entries(attributes)) {
		const value = of(device).find((text) => text?.toLowerCase().includes(wanted));
		if (value === undefined) continue;
		const score = Math.round((100 * wanted.length) / value.length);
		return { ...briefDevice(device), score, matchAttr, matchAttrValue: value };
	}
	return undefined;
}

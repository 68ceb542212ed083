import type { DeviceDetailed } from '../contracts';
import { isApproved } from './deviceFilter';
import { briefDevice } from './rows';

const defaultLimit = 50;

/** What a search looks at: names, the last user, addresses. */
const attributes: readonly {
	name: string;
	of(device: DeviceDetailed): readonly (string | undefined)[];
}[] = [
	{ name: 'displayName', of: ({ displayName }) => [displayName] },
	{ name: 'systemName', of: ({ systemName }) => [systemName] },
	{ name: 'dnsName', of: ({ dnsName }) => [dnsName] },
	{ name: 'lastLoggedInUser', of: ({ lastLoggedInUser }) => [lastLoggedInUser] },
	{ name: 'ipAddresses', of: ({ ipAddresses, publicIP }) => [...ipAddresses, publicIP] },
];

/** Devices in which the text is found, the best first; without regard to upper and lower case. */
export function searchDevices(
	devices: readonly DeviceDetailed[],
	query: string,
	limit = defaultLimit,
) {
	const wanted = query.trim().toLowerCase();
	const matches =
		wanted === '' ? [] : devices.filter(isApproved).flatMap((device) => matchesIn(device, wanted));
	matches.sort((a, b) => b.score - a.score || a.id - b.id);
	return { query, devices: matches.slice(0, limit) };
}

/** The first attribute that matches, as a list of none or one. */
function matchesIn(device: DeviceDetailed, wanted: string) {
	for (const { name, of } of attributes) {
		const value = of(device).find((text) => text?.toLowerCase().includes(wanted));
		if (value === undefined) continue;
		const score = Math.round((100 * wanted.length) / value.length);
		return [{ ...briefDevice(device), score, matchAttr: name, matchAttrValue: value }];
	}
	return [];
}

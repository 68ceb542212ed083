import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { text } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { simplifyDevice } from './simplify';

export const search = operation({
	name: 'Search',
	action: 'Search devices',
	description:
		"Find devices by a part of their name, of their last user's name or of an IP address",
	endpoints: [devices.search],
	fields: {
		query: text({
			displayName: 'Search Text',
			description:
				"A part of the device's name, of the last logged-on user's name, or of an IP address",
			placeholder: 'e.g. SRV-01',
		}),
	},
	request: ({ query }) => call(devices.search, { query: { q: query } }),
	simplify: (row) => ({
		...simplifyDevice(row),
		matchAttr: row.matchAttr,
		matchAttrValue: row.matchAttrValue,
	}),
});

import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { atLeastOne, idList } from '../../operations/fields';
import { operation } from '../../operations/operation';

type Decision = typeof devices.approve | typeof devices.reject;

/** Decides upon devices that wait for approval; one request for all that are given. */
const decision = (endpoint: Decision, mode: string, name: string, description: string) =>
	operation({
		name,
		action: `${name} devices`,
		description,
		endpoints: [endpoint],
		fields: {
			deviceIds: atLeastOne(
				idList({
					displayName: 'Device IDs',
					description:
						'Numeric IDs of one or many devices, comma-separated or as an array from an expression. Device: Get Many with the status Pending finds them.',
					placeholder: 'e.g. 12,15,20',
				}),
			),
		},
		bulk: { what: 'devices', count: ({ deviceIds }) => deviceIds.length },
		request: ({ deviceIds }) => call(endpoint, { path: { mode }, body: { devices: deviceIds } }),
		done: ({ deviceIds }) => ({ deviceIds, approval: mode }),
	});

export const approve = decision(
	devices.approve,
	'APPROVE',
	'Approve',
	'Let one or many devices that wait for approval join NinjaOne',
);
export const reject = decision(
	devices.reject,
	'REJECT',
	'Reject',
	'Turn away one or many devices that wait for approval',
);

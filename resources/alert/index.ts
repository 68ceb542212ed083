import { alerts } from '../../api/endpoints/alerts';
import { devices } from '../../api/endpoints/devices';
import { deviceFilterText } from '../../api/deviceFilter';
import { call } from '../../api/request';
import { filterCollection } from '../../operations/collection';
import { onlyWhen } from '../../operations/field';
import { optionalText } from '../../operations/fields';
import { operation, type Resource } from '../../operations/operation';
import { fleetOrDevice } from '../fields/scope';
import { alertUid } from '../fields/alerts';
import { languageAndZone, wordingQuery } from '../fields/wording';
import { activityData, resetCall, resetMany } from './resetMany';
import { namingEndpoints, simplifyAlert, withNames } from './simplify';

export const alert: Resource = {
	name: 'Alert',
	description: 'A condition that NinjaOne found on a device and that has not been reset',
	operations: {
		getMany: operation({
			name: 'Get Many',
			action: 'Get many alerts',
			description: 'List many active alerts, of the whole fleet or of one device',
			endpoints: [alerts.list, devices.alerts, ...namingEndpoints],
			fields: {
				...fleetOrDevice('Alerts'),
				alertFilters: onlyWhen(
					{ scope: ['fleet'] },
					filterCollection(
						{ displayName: 'Alert Filters', placeholder: 'Add filter' },
						{
							sourceType: optionalText({
								displayName: 'Source Type',
								description: "What raised the alert, as a code of NinjaOne's",
								placeholder: 'e.g. CONDITION_AGENT_DISK_FREE_SPACE',
							}),
						},
					),
				),
				...languageAndZone,
			},
			request: ({ deviceId, deviceFilters, alertFilters, wording }) =>
				deviceId === undefined
					? call(alerts.list, {
							query: {
								df: deviceFilterText(deviceFilters ?? {}),
								sourceType: alertFilters?.sourceType,
								...wordingQuery(wording),
							},
						})
					: call(devices.alerts, { path: { id: deviceId }, query: wordingQuery(wording) }),
			simplify: simplifyAlert,
			complete: async (caller, rows, { deviceId, deviceFilters = {} }) =>
				await withNames(
					caller,
					rows,
					deviceId === undefined ? deviceFilters : { deviceIds: [deviceId] },
				),
			key: 'uid',
		}),

		reset: operation({
			name: 'Reset',
			action: 'Reset alert',
			description: 'Clear one active alert, with or without data for the activity that records it',
			endpoints: [alerts.reset, alerts.resetWithData],
			fields: { alertUid: alertUid(), activityData },
			request: ({ alertUid: uid, activityData: data }) => resetCall(uid, data),
			done: ({ alertUid: uid }) => ({ alertUid: uid }),
		}),

		resetMany,
	},
};

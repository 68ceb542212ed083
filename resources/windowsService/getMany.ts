import { windowsServices } from '../../api/endpoints/windowsServices';
import { call } from '../../api/request';
import { filterCollection } from '../../operations/collection';
import { code, optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { startTypes } from './startTypes';

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many windows services',
	description: 'List the Windows services of a device, with state, start type and account',
	endpoints: [windowsServices.list],
	fields: {
		deviceId: deviceLocator(),
		filters: filterCollection(
			{ displayName: 'Filters', placeholder: 'Add filter' },
			{
				name: optionalText({
					displayName: 'Name',
					description: 'Services with this text in their service name or display name',
					placeholder: 'e.g. Spooler',
				}),
				startType: code(
					{ displayName: 'Start Type', description: 'Services that Windows starts in this way' },
					startTypes,
				),
				state: code({ displayName: 'State', description: 'Services that are in this state' }, [
					{ name: 'Continue Pending', value: 'CONTINUE_PENDING' },
					{ name: 'Pause Pending', value: 'PAUSE_PENDING' },
					{ name: 'Paused', value: 'PAUSED' },
					{ name: 'Running', value: 'RUNNING' },
					{ name: 'Start Pending', value: 'START_PENDING' },
					{ name: 'Stop Pending', value: 'STOP_PENDING' },
					{ name: 'Stopped', value: 'STOPPED' },
					{ name: 'Unknown', value: 'UNKNOWN' },
				]),
			},
		),
	},
	request: ({ deviceId, filters: { state } }) =>
		call(windowsServices.list, { path: { id: deviceId }, query: { state } }),
	// NinjaOne knows no filter by start type, and does not say whether its filter by name takes a part of one.
	keep: ({ filters: { name, startType } }) => {
		const wanted = name?.toLowerCase() ?? '';
		return (row) =>
			`${String(row.name)} ${String(row.displayName)}`.toLowerCase().includes(wanted) &&
			(startType === undefined || row.startType === startType);
	},
});

import { windowsServices } from '../../api/endpoints/windowsServices';
import { filterCollection } from '../../operations/collection';
import { choice, code, optionalText } from '../../operations/fields';
import { operation, type Resource } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { serviceName } from './fields';

/** How Windows starts a service, with the names that Windows shows. */
const startTypes = [
	{ name: 'Automatic', value: 'AUTO_START' },
	{ name: 'Automatic (Delayed)', value: 'AUTO_START_DELAYED' },
	{ name: 'Boot (Drivers)', value: 'BOOT_START' },
	{ name: 'Disabled', value: 'DISABLED' },
	{ name: 'Manual', value: 'DEMAND_START' },
	{ name: 'System (Drivers)', value: 'SYSTEM_START' },
] as const;

const states = [
	{ name: 'Continue Pending', value: 'CONTINUE_PENDING' },
	{ name: 'Pause Pending', value: 'PAUSE_PENDING' },
	{ name: 'Paused', value: 'PAUSED' },
	{ name: 'Running', value: 'RUNNING' },
	{ name: 'Start Pending', value: 'START_PENDING' },
	{ name: 'Stop Pending', value: 'STOP_PENDING' },
	{ name: 'Stopped', value: 'STOPPED' },
	{ name: 'Unknown', value: 'UNKNOWN' },
];

const serviceFields = { deviceId: deviceLocator(), serviceName: serviceName() };

/** NinjaOne hands the order to the device and answers before it is carried out. */
const control = (name: 'Start' | 'Stop' | 'Pause' | 'Restart') => {
	const action = name.toUpperCase();
	return operation({
		name,
		action: `${name} windows service`,
		description: `${name} a Windows service on a device. NinjaOne takes the order and does not wait for its end.`,
		endpoint: windowsServices.control,
		fields: serviceFields,
		fill: ({ deviceId: id, serviceName: serviceId }) => ({
			path: { id, serviceId },
			body: { action },
		}),
		done: (service) => ({ ...service, action }),
	});
};

export const windowsService: Resource = {
	name: 'Windows Service',
	description: 'A service of the operating system on a Windows device',
	operations: {
		configure: operation({
			name: 'Configure',
			action: 'Configure windows service',
			description:
				'Set how a Windows service on a device is started, and the account that it runs as',
			endpoint: windowsServices.configure,
			fields: {
				...serviceFields,
				startType: choice(
					{ displayName: 'Start Type', description: 'When Windows starts the service' },
					startTypes,
				),
				userName: optionalText({
					displayName: 'User Name',
					description:
						'The account that the service runs as. Leave it empty to keep the account. NinjaOne takes no password, so it suits accounts that need none.',
					placeholder: 'e.g. NT AUTHORITY\\LocalService',
				}),
			},
			fill: ({ deviceId: id, serviceName: serviceId, ...body }) => ({
				path: { id, serviceId },
				body,
			}),
			done: ({ userName, ...service }) => ({
				...service,
				...(userName === undefined ? {} : { userName }),
			}),
		}),

		getMany: operation({
			name: 'Get Many',
			action: 'Get many windows services',
			description: 'List the Windows services of a device, with state, start type and account',
			endpoint: windowsServices.list,
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
							{
								displayName: 'Start Type',
								description: 'Services that Windows starts in this way',
							},
							startTypes,
						),
						state: code(
							{ displayName: 'State', description: 'Services that are in this state' },
							states,
						),
					},
				),
			},
			fill: ({ deviceId: id, filters: { state } }) => ({ path: { id }, query: { state } }),
			// NinjaOne knows no filter by start type, and does not say whether its filter by name takes a part of one.
			keep: ({ filters: { name, startType } }) => {
				const wanted = name?.toLowerCase() ?? '';
				return (row) =>
					`${String(row.name)} ${String(row.displayName)}`.toLowerCase().includes(wanted) &&
					(startType === undefined || row.startType === startType);
			},
		}),

		pause: control('Pause'),
		restart: control('Restart'),
		start: control('Start'),
		stop: control('Stop'),
	},
};

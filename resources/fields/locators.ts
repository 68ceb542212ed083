import { inputError } from '../../api/errors';
import { isEmpty } from '../../operations/field';
import { byName, listLocator, locator, uidLocator } from '../../operations/locator';
import { plainText } from '../../operations/plainText';

export const deviceLocator = (displayName = 'Device') =>
	locator({
		displayName,
		description: 'The device: searched by name, user or IP address, or given by its numeric ID',
		searchMethod: 'searchDevices',
		example: '1234',
		page: 'deviceDashboard',
	});

export const organizationLocator = () =>
	locator({
		displayName: 'Organization',
		description: 'The organization: picked by name, or given by its numeric ID',
		searchMethod: 'searchOrganizations',
		example: '12',
		page: 'customerDashboard',
	});

export const alertLocator = () =>
	uidLocator(
		{
			displayName: 'Alert',
			description:
				'The alert: picked from the active ones, or given by its UID (the uid of an alert, or the seriesUid of its activities; never the numeric ID of an activity)',
			searchMethod: 'searchAlerts',
			example: '0b7cf9e2-6a1d-4c58-9f0e-2d1a3b4c5d6e',
		},
		'An alert\'s UID is its "uid", or the "seriesUid" of its activities; the numeric ID of an activity does not work.',
	);

export const ownerLocator = () =>
	uidLocator({
		displayName: 'Owner',
		description: 'Who owns the device, usually an end user: picked by name, or given by UID',
		searchMethod: 'searchUsers',
		example: '5d0c2b6e-7f31-4f0a-9a54-0c8f1f6d2e11',
	});

export const windowsServiceLocator = () =>
	listLocator(
		{
			displayName: 'Service',
			description:
				"The service: picked from the device's own list, or given by its service name, such as Spooler (not its display name, such as Print Spooler)",
			searchMethod: 'searchWindowsServices',
			example: 'Spooler',
		},
		serviceName,
		byName,
	);

/** Windows allows anything but slashes in the name of a service. */
function serviceName(value: unknown, label: string): string {
	const name = isEmpty(value) ? '' : plainText(value, label).trim();
	if (name !== '' && !/[/\\]/.test(name)) return name;
	throw inputError(
		label,
		name === '' ? 'is empty' : `is not the name of a service: "${name}"`,
		'Choose from the list, or give the service name. Nothing was sent to NinjaOne.',
	);
}

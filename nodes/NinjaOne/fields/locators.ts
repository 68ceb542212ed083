import { locator, uidLocator } from '../../../operations/locator';

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
	uidLocator({
		displayName: 'Alert',
		description:
			'The alert: picked from the active ones, or given by its UID (the uid of an alert, or the seriesUid of its activities; never the numeric ID of an activity)',
		searchMethod: 'searchAlerts',
		example: '0b7cf9e2-6a1d-4c58-9f0e-2d1a3b4c5d6e',
	});

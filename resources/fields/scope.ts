import { onlyWhen } from '../../operations/field';
import { choice } from '../../operations/fields';
import { deviceFilters } from './deviceFilters';
import { deviceLocator } from './devices';

/**
 * Filters of a list that looks at the whole fleet. One condition for all such lists, whatever their scope is called: a
 * parameter of one form is served once.
 */
export const fleetFilters = () =>
	onlyWhen({ scope: ['fleet', 'devices'] }, deviceFilters('Device Filters'));

/** Where a list looks: at the whole fleet, narrowed by device filters, or at one device. */
export const fleetOrDevice = (what: string) => ({
	scope: choice({ displayName: `${what} Of`, description: `Whose ${what.toLowerCase()} to list` }, [
		{
			name: 'All Devices',
			value: 'fleet',
			description: 'The whole fleet, or a part of it by filters',
		},
		{ name: 'One Device', value: 'device' },
	]),
	deviceId: onlyWhen({ scope: ['device'] }, deviceLocator()),
	deviceFilters: fleetFilters(),
});

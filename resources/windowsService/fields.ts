import type { IDataObject } from 'n8n-workflow';
import { windowsServices } from '../../api/endpoints/windowsServices';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { pick, type ListPicker } from '../../operations/editor/search';
import { isEmpty } from '../../operations/field';
import { byName, listLocator } from '../../operations/locator';
import { plainText } from '../../operations/plainText';
import { chosenDevice } from '../fields/devices';

/** The services of the device that is chosen in the node. */
const servicePicker: ListPicker = {
	method: 'searchWindowsServices',
	async search(connection, filter, token, context) {
		const all = call(windowsServices.list, { path: { id: chosenDevice(context) } });
		return await pick(connection, all, serviceItem, filter, token);
	},
};

const serviceItem = ({ name, displayName, state, startType }: IDataObject) => ({
	name: `${String(displayName ?? name)} (${String(name)})`,
	value: name as string,
	description: [state, startType].filter(Boolean).join(', '),
});

export const serviceName = () =>
	listLocator(
		{
			displayName: 'Service',
			description:
				"The service: picked from the device's own list, or given by its service name, such as Spooler (not its display name, such as Print Spooler)",
			picker: servicePicker,
			example: 'Spooler',
		},
		readServiceName,
		byName,
	);

/** Windows allows anything but slashes in the name of a service. */
function readServiceName(value: unknown, label: string): string {
	const name = isEmpty(value) ? '' : plainText(value, label).trim();
	if (name !== '' && !/[/\\]/.test(name)) return name;
	throw inputError(
		label,
		name === '' ? 'is empty' : `is not the name of a service: "${name}"`,
		'Choose from the list, or give the service name. Nothing was sent to NinjaOne.',
	);
}

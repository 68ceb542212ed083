import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { inputError } from '../../../api/errors';
import { deviceLocator } from '../fields/locators';

/**
 * The device that is chosen in the node being edited, read as the operations read it: from the list, by ID, by URL.
 * @throws NinjaOneError where there is none yet, or where an expression has no value in the editor
 */
export const chosenDevice = (context: ILoadOptionsFunctions): number =>
	deviceLocator().parse(valueInEditor(context), {
		label: 'Device',
		timezone: context.getTimezone(),
	});

/** An expression over input items throws while there are none. */
function valueInEditor(context: ILoadOptionsFunctions): unknown {
	try {
		return context.getNodeParameter('deviceId', '');
	} catch {
		throw inputError(
			'Device',
			'has an expression without a value here, so nothing can be listed for it',
			'Run the nodes before this one, choose a device, or give a name or ID instead of choosing from the list.',
		);
	}
}

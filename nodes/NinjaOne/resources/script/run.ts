import { onlyWhen } from '../../../../operations/field';
import { optionalText } from '../../../../operations/fields';
import { operation } from '../../../../operations/operation';
import { deviceLocator } from '../../fields/locators';
import { waitingFields } from '../../fields/waiting';
import { dispatchEndpoints, runScript } from './dispatch';
import { outputField, runAs, runnableLocator } from './fields';
import { secretFlag, secretsIn } from './secret';

export const run = operation({
	name: 'Run',
	action: 'Run script on device',
	description:
		'Run a script or a built-in action of NinjaOne on a device, and wait for its result where that is wanted',
	endpoints: dispatchEndpoints,
	fields: {
		deviceId: deviceLocator(),
		runnable: runnableLocator(),
		parameters: optionalText({
			displayName: 'Parameters',
			description: 'What the script gets on its command line, as one text',
			placeholder: 'e.g. -Force -Days 30',
		}),
		isSecret: secretFlag('Parameters'),
		runAs,
		...waitingFields('Result'),
		outputField: onlyWhen({ wait: [true] }, outputField),
	},
	run: async (caller, { isSecret, ...order }) => [
		await runScript(caller, {
			...order,
			...(isSecret ? { secrets: secretsIn(order.parameters ?? '') } : {}),
		}),
	],
});

import { onlyWhen } from '../../operations/field';
import { flag, optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { waitingFields } from '../fields/waiting';
import { dispatchEndpoints, runScript } from './dispatch';
import { base64, outputField, runAs, runnableLocator } from './fields';
import { secretFlag, secretsIn } from './secrets';

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
			description:
				"What the script gets on its command line. NinjaOne's agent splits it at every blank, also between quotes; name=value fills the script's variable of that name.",
			placeholder: 'e.g. -Force -Days 30',
		}),
		isSecret: secretFlag('Parameters'),
		encodeParameters: flag({
			displayName: 'Encode Parameters',
			description:
				'Whether to send the parameters as one base64 text (UTF-8), so that blanks and quotes arrive as they are. The script must take one parameter and decode it.',
		}),
		runAs,
		...waitingFields('Result'),
		outputField: onlyWhen({ wait: [true] }, outputField),
	},
	run: async (caller, { encodeParameters, isSecret, parameters, ...order }) => {
		const sent = encodeParameters && parameters ? base64(parameters) : parameters;
		const secrets = isSecret && parameters ? [...secretsIn(parameters), sent ?? ''] : undefined;
		return [
			await runScript(caller, { ...order, parameters: sent, ...(secrets ? { secrets } : {}) }),
		];
	},
});

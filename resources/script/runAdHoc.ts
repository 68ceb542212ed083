import { devices } from '../../api/endpoints/devices';
import { inputError, NinjaOneError } from '../../api/errors';
import { call } from '../../api/request';
import { onlyWhen } from '../../operations/field';
import { text, wholeNumber } from '../../operations/fields';
import { operation, type Caller } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { waitingFields } from '../fields/waiting';
import { dispatchEndpoints, runScript } from './dispatch';
import { base64, outputField, runAs } from './fields';
import { secretFlag, secretsIn } from './secrets';

interface Shell {
	name: 'Bash' | 'PowerShell';
	/** Classes of devices that have it. */
	classes: readonly string[];
	example: string;
	/**
	 * Characters that the parameter may have. Windows passes it on a command line of at most 8,191 characters; Linux
	 * takes 131,072 bytes an argument.
	 */
	longest: number;
}

/**
 * NinjaOne runs scripts of its library only. A bridge script, put there once, decodes its one parameter from base64 and
 * runs it; the README has the two to paste.
 */
export const runAdHoc = ({ name, classes, example, longest }: Shell) =>
	operation({
		name: `Run ${name}`,
		action: `Run ${name.toLowerCase()} script on device`,
		description: `Run ${name} text of your own on a device, through a bridge script in your library`,
		endpoints: [devices.get, ...dispatchEndpoints],
		fields: {
			deviceId: deviceLocator(),
			bridgeScriptId: wholeNumber(
				{
					displayName: 'Bridge Script ID',
					description: `Numeric ID of the ${name} bridge script in your library of scripts. The README of this package has the script to paste.`,
				},
				0,
				[0, 2 ** 31 - 1],
			),
			script: multiline(
				text({
					displayName: 'Script',
					description: `The ${name} text to run on the device`,
					placeholder: `e.g. ${example}`,
				}),
			),
			isSecret: secretFlag('Script'),
			runAs,
			...waitingFields('Result'),
			outputField: onlyWhen({ wait: [true] }, outputField),
		},
		async run(caller, { bridgeScriptId, script, isSecret, ...order }) {
			if (bridgeScriptId === 0) {
				throw inputError(
					'Bridge Script ID',
					'is missing',
					'Put the bridge script of the README into your library and give its ID. Nothing was sent.',
				);
			}
			const parameters = encoded(script, name, longest);
			await demandClass(caller, order.deviceId, name, classes);
			const runnable = { type: 'SCRIPT', id: bridgeScriptId } as const;
			const secrets = isSecret ? [parameters, ...secretsIn(script)] : undefined;
			const result = await runScript(caller, { ...order, runnable, parameters, secrets });
			return [isSecret ? result : { ...result, script }];
		},
	});

const multiline = <F extends { property: { typeOptions?: object } }>(field: F): F => ({
	...field,
	property: { ...field.property, typeOptions: { ...field.property.typeOptions, rows: 6 } },
});

/** @throws NinjaOneError when the text is too long for one parameter; nothing has been sent then */
function encoded(script: string, name: string, longest: number): string {
	const parameter = base64(script);
	if (parameter.length <= longest) return parameter;
	throw inputError(
		'Script',
		`is too long: ${parameter.length} characters once encoded, ${longest} is the most that ${name} takes as a parameter`,
		'Put long scripts into the library of NinjaOne and run them from there. Nothing was sent.',
	);
}

async function demandClass(
	caller: Caller,
	deviceId: number,
	name: string,
	classes: readonly string[],
): Promise<void> {
	const { nodeClass } = (await caller.send(call(devices.get, { path: { id: deviceId } }))) as {
		nodeClass?: string;
	};
	if (nodeClass && classes.includes(nodeClass)) return;
	throw new NinjaOneError(
		`Device ${deviceId} is a ${nodeClass ?? 'device of unknown class'}, which does not run ${name}`,
		{ description: `${name} runs on: ${classes.join(', ')}. Nothing was started.` },
	);
}

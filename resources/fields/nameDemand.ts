import type { IDataObject, NodeParameterValue } from 'n8n-workflow';
import { devices } from '../../api/endpoints/devices';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { onlyWhen } from '../../operations/field';
import { authorFlag, optionalText } from '../../operations/fields';
import type { Caller } from '../../operations/operation';
import { deviceName } from './deviceName';

/**
 * Parameters of an operation that hits the wrong device hard: its name can be demanded, and must match.
 * @param when shown only while other parameters have these values
 */
export const nameDemand = (isOn: boolean, when: Record<string, NodeParameterValue[]> = {}) => ({
	demandName: onlyWhen(
		when,
		authorFlag(
			{
				displayName: 'Demand Display Name',
				description:
					"Whether the device's display name must be given and match before anything is sent",
			},
			isOn,
		),
	),
	confirmationName: onlyWhen(
		{ ...when, demandName: [true] },
		optionalText({
			displayName: 'Display Name',
			description:
				"The device's name exactly as NinjaOne shows it: the display name, or the system name or DNS name of a device without one",
			placeholder: 'e.g. SRV-01',
		}),
	),
});

interface NameDemand {
	deviceId: number;
	demandName?: boolean;
	confirmationName?: string;
}

/**
 * Reads the device and compares its name with the one that was given. The real name stays out of the message: who
 * has to confirm it, an AI agent too, should know it.
 * @throws NinjaOneError where the name is missing or another one
 */
export async function holdToName(
	caller: Caller,
	{ deviceId, demandName, confirmationName }: NameDemand,
): Promise<void> {
	if (!demandName) return;
	const refusal = (problem: string) =>
		inputError(
			'Display Name',
			`${problem}, so nothing was changed: give the name of device ${deviceId} exactly as NinjaOne shows it`,
			'Check that it is the device you mean. To do without the name, the author of the workflow can turn off "Demand Display Name".',
		);
	if (confirmationName === undefined) throw refusal('is empty');
	const row = await caller.send(call(devices.get, { path: { id: deviceId } }));
	if (deviceName(row as IDataObject).trim() !== confirmationName) {
		throw refusal(`"${confirmationName}" is not the name of this device`);
	}
}

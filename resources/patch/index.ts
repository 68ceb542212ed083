import { devices } from '../../api/endpoints/devices';
import type { Resource } from '../../operations/operation';
import { getCompliance } from './getCompliance';
import { getMany } from './getMany';
import { startPatching } from './start';

export const patch: Resource = {
	name: 'Patch',
	description: 'An update of an operating system or of software',
	operations: {
		applyOs: startPatching({ type: 'OS', what: 'Apply', endpoint: devices.applyOsPatches }),
		applySoftware: startPatching({
			type: 'Software',
			what: 'Apply',
			endpoint: devices.applySoftwarePatches,
		}),
		getCompliance,
		getMany,
		scanOs: startPatching({ type: 'OS', what: 'Scan', endpoint: devices.scanOsPatches }),
		scanSoftware: startPatching({
			type: 'Software',
			what: 'Scan',
			endpoint: devices.scanSoftwarePatches,
		}),
	},
};

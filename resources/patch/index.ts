import { osApply, osScan, softwareApply, softwareScan } from '../../api/endpoints/patches';
import type { Resource } from '../../operations/operation';
import { getCompliance } from './getCompliance';
import { getMany } from './getMany';
import { startPatching } from './start';

export const patch: Resource = {
	name: 'Patch',
	description: 'An update of an operating system or of software',
	operations: {
		applyOs: startPatching({ kind: 'OS', what: 'Apply', endpoint: osApply }),
		applySoftware: startPatching({ kind: 'Software', what: 'Apply', endpoint: softwareApply }),
		getCompliance,
		getMany,
		scanOs: startPatching({ kind: 'OS', what: 'Scan', endpoint: osScan }),
		scanSoftware: startPatching({ kind: 'Software', what: 'Scan', endpoint: softwareScan }),
	},
};

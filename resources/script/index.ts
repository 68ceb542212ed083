import { scripts } from '../../api/endpoints/scripts';
import { operation, type Resource } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { languageOnly, wordingQuery } from '../fields/wording';
import { runAdHoc } from './runAdHoc';
import { run } from './run';

export const script: Resource = {
	name: 'Script',
	description: 'A script of the library or a built-in action, to run on devices',
	operations: {
		getMany: operation({
			name: 'Get Many',
			action: 'Get many scripts',
			description: 'List many scripts of the library',
			endpoint: scripts.list,
			fields: languageOnly,
			fill: ({ wording }) => ({ query: wordingQuery(wording) }),
		}),

		getOptions: operation({
			name: 'Get Options',
			action: 'Get script options of device',
			description:
				'Get what can be run on a device: scripts, built-in actions, and the roles and credentials to run them as',
			endpoint: scripts.options,
			fields: { deviceId: deviceLocator(), ...languageOnly },
			fill: ({ deviceId: id, wording }) => ({ path: { id }, query: wordingQuery(wording) }),
		}),

		run,

		runBash: runAdHoc({
			name: 'Bash',
			classes: ['LINUX_SERVER', 'LINUX_WORKSTATION', 'MAC', 'MAC_SERVER'],
			example: 'df -h /',
			longest: 100_000,
		}),

		runPowerShell: runAdHoc({
			name: 'PowerShell',
			classes: ['WINDOWS_SERVER', 'WINDOWS_WORKSTATION'],
			example: 'Get-Volume',
			longest: 8_000,
		}),
	},
};

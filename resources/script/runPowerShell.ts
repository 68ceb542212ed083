import { runAdHoc } from './adHoc';

export const runPowerShell = runAdHoc({
	name: 'PowerShell',
	classes: ['WINDOWS_SERVER', 'WINDOWS_WORKSTATION'],
	example: 'Get-Volume',
	longest: 8_000,
});

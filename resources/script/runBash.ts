import { runAdHoc } from './adHoc';

export const runBash = runAdHoc({
	name: 'Bash',
	classes: ['LINUX_SERVER', 'LINUX_WORKSTATION', 'MAC', 'MAC_SERVER'],
	example: 'df -h /',
	longest: 100_000,
});

import type { Resource } from '../../operations/operation';
import { getMany } from './getMany';
import { getOptions } from './getOptions';
import { run } from './run';
import { runBash } from './runBash';
import { runPowerShell } from './runPowerShell';

export const script: Resource = {
	name: 'Script',
	description: 'A script of the library or a built-in action, to run on devices',
	operations: { getMany, getOptions, run, runBash, runPowerShell },
};

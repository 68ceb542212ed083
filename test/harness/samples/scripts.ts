import type { INodeParameters } from 'n8n-workflow';
import { byId, workstation } from './common';

/** A built-in action of NinjaOne's. */
const refreshInventory = '6b6c9149-5e54-408a-ae98-83fe2de19c18';

export const scriptSamples: Readonly<Record<string, INodeParameters[]>> = {
	'script.getMany': [{ returnAll: true, wording: { language: 'de' } }],
	'script.getOptions': [{ deviceId: byId(workstation), wording: { language: 'de' } }],
	'script.run': [
		{
			deviceId: byId(workstation),
			runnable: byId('SCRIPT:801'),
			parameters: '-Days 30',
			runAs: 'system',
			wait: true,
			outputField: 'assetText',
		},
		{
			deviceId: byId(workstation),
			runnable: byId('SCRIPT:801'),
			parameters: 'a b',
			encodeParameters: true,
		},
		{ deviceId: byId(workstation), runnable: byId(`ACTION:${refreshInventory}`) },
	],
	'script.runBash': [
		{
			deviceId: byId(7),
			bridgeScriptId: 812,
			script: 'ninja-property-set assetText "$(uname -a)"',
			wait: true,
			outputField: 'assetText',
		},
	],
	'script.runPowerShell': [
		{
			deviceId: byId(workstation),
			bridgeScriptId: 811,
			script: 'Get-Volume',
			wait: true,
			outputField: 'assetText',
		},
	],
};

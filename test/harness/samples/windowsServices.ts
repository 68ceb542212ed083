import type { INodeParameters } from 'n8n-workflow';
import { byId, byName, windowsServer } from './common';

export const windowsServiceSamples: Readonly<Record<string, INodeParameters[]>> = {
	'windowsService.configure': [
		{
			deviceId: byId(windowsServer),
			serviceName: byName('Spooler'),
			startType: 'DEMAND_START',
			userName: 'NT AUTHORITY\\LocalService',
		},
	],
	'windowsService.getMany': [
		{
			deviceId: byId(windowsServer),
			returnAll: true,
			filters: { name: 'spool', startType: 'AUTO_START', state: 'RUNNING' },
		},
	],
	'windowsService.pause': [{ deviceId: byId(windowsServer), serviceName: byName('Spooler') }],
	'windowsService.restart': [{ deviceId: byId(windowsServer), serviceName: byName('Spooler') }],
	'windowsService.start': [{ deviceId: byId(windowsServer), serviceName: byName('Spooler') }],
	'windowsService.stop': [{ deviceId: byId(windowsServer), serviceName: byName('Spooler') }],
};

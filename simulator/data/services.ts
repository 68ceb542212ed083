import { type DeviceDetailed, type WindowsService, WindowsServiceSchema } from '../../contracts';
import { familyOf } from './families';
import { filled } from './filled';
import { createRandom } from './random';

const names = Object.entries({
	Spooler: 'Print Spooler',
	wuauserv: 'Windows Update',
	BITS: 'Background Intelligent Transfer Service',
	Dnscache: 'DNS Client',
	EventLog: 'Windows Event Log',
	LanmanServer: 'Server',
	W32Time: 'Windows Time',
	WinDefend: 'Microsoft Defender Antivirus Service',
	Schedule: 'Task Scheduler',
	TermService: 'Remote Desktop Services',
	RemoteRegistry: 'Remote Registry',
	MSSQL$SQLEXPRESS: 'SQL Server (SQLEXPRESS)',
	'Contoso Sync Agent': 'Contoso Sync Agent',
});

const serviceOf = filled(WindowsServiceSchema);

/** The services of a Windows device; one is disabled on each, and here and there one has stopped. */
export function seedServices({ id, nodeClass }: DeviceDetailed, seed: number): WindowsService[] {
	if (familyOf(nodeClass) !== 'WINDOWS') return [];
	const random = createRandom(seed, `services of ${id}`);
	return names.map(([name, displayName]) => {
		const disabled = name === 'RemoteRegistry';
		const running = !disabled && random.chance(0.9);
		return serviceOf({
			name,
			displayName,
			startType: disabled ? 'DISABLED' : random.pick(['AUTO_START', 'AUTO_START', 'DEMAND_START']),
			userName: random.pick(['LocalSystem', 'NT AUTHORITY\\NetworkService']),
			state: running ? 'RUNNING' : 'STOPPED',
		});
	});
}

import type { Activity, Alert } from '../../contracts';
import { createRandom } from './random';

type Grade = Pick<Activity, 'severity' | 'priority'> & { health: Alert['conditionHealthStatus'] };

const bad = { priority: 'HIGH', health: 'UNHEALTHY' } as const;
const fair = { health: 'NEEDS_ATTENTION' } as const;

type Row = readonly [sourceType: string, name: string, message: string, grade: Grade];

const rows: readonly Row[] = [
	[
		'CONDITION_AGENT_DISK_FREE_SPACE',
		'Disk almost full',
		'Free space of the system volume is below 10 %',
		{ ...bad, severity: 'MAJOR' },
	],
	[
		'CONDITION_AGENT_CPU',
		'Processor busy',
		'Processor utilisation is above 95 % for 30 minutes',
		{ ...fair, severity: 'MODERATE', priority: 'MEDIUM' },
	],
	[
		'CONDITION_WINDOWS_SERVICE_STATE_CHANGED',
		'Print spooler stopped',
		'Service Spooler changed its state to stopped',
		{ ...bad, severity: 'CRITICAL' },
	],
	[
		'CONDITION_AGENT_PATCH_LAST_INSTALLED',
		'No patch for 30 days',
		'The last patch was installed more than 30 days ago',
		{ ...fair, severity: 'MINOR', priority: 'LOW' },
	],
	[
		// Not every alert comes from a condition of a policy.
		'AGENT_OFFLINE',
		'Device down',
		'The agent has not been in contact for 15 minutes',
		{ ...bad, severity: 'CRITICAL' },
	],
];

/** What a policy watches for: it says how an alert and its activities read. */
export const conditions = rows.map(([sourceType, conditionName, message, grade]) => {
	const isCondition = sourceType.startsWith('CONDITION');
	return {
		...{ sourceType, conditionName, message, ...grade },
		activityType: isCondition ? 'CONDITION' : 'MONITOR',
		/** The activity type in words. */
		type: isCondition ? 'Condition' : 'Monitor',
		/** Names the condition within its policy. */
		sourceConfigUid: createRandom(0, conditionName).uuid(),
	};
});

export type Condition = (typeof conditions)[number];

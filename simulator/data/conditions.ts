import type { Activity, Alert } from '../../contracts';
import { createRandom } from './random';

/** What a policy watches for: it says how an alert and its activities read. */
export interface Condition {
	sourceType: string;
	activityType: string;
	/** The activity type in words. */
	type: string;
	conditionName: string;
	message: string;
	severity: Activity['severity'];
	priority: Activity['priority'];
	health: Alert['conditionHealthStatus'];
	/** Names the condition within its policy. */
	sourceConfigUid: string;
}

const watched = { activityType: 'CONDITION', type: 'Condition' } as const;

const described: readonly Omit<Condition, 'sourceConfigUid'>[] = [
	{
		...watched,
		sourceType: 'CONDITION_AGENT_DISK_FREE_SPACE',
		conditionName: 'Disk almost full',
		message: 'Free space of the system volume is below 10 %',
		severity: 'MAJOR',
		priority: 'HIGH',
		health: 'UNHEALTHY',
	},
	{
		...watched,
		sourceType: 'CONDITION_AGENT_CPU',
		conditionName: 'Processor busy',
		message: 'Processor utilisation is above 95 % for 30 minutes',
		severity: 'MODERATE',
		priority: 'MEDIUM',
		health: 'NEEDS_ATTENTION',
	},
	{
		...watched,
		sourceType: 'CONDITION_WINDOWS_SERVICE_STATE_CHANGED',
		conditionName: 'Print spooler stopped',
		message: 'Service Spooler changed its state to stopped',
		severity: 'CRITICAL',
		priority: 'HIGH',
		health: 'UNHEALTHY',
	},
	{
		...watched,
		sourceType: 'CONDITION_AGENT_PATCH_LAST_INSTALLED',
		conditionName: 'No patch for 30 days',
		message: 'The last patch was installed more than 30 days ago',
		severity: 'MINOR',
		priority: 'LOW',
		health: 'NEEDS_ATTENTION',
	},
	{
		// Not every alert comes from a condition of a policy.
		sourceType: 'AGENT_OFFLINE',
		activityType: 'MONITOR',
		type: 'Monitor',
		conditionName: 'Device down',
		message: 'The agent has not been in contact for 15 minutes',
		severity: 'CRITICAL',
		priority: 'HIGH',
		health: 'UNHEALTHY',
	},
];

export const conditions: readonly Condition[] = described.map((condition) => ({
	...condition,
	sourceConfigUid: createRandom(0, condition.conditionName).uuid(),
}));

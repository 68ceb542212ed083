import type { Activity } from '../../contracts';
import { conditions } from './conditions';

/** What an entry of the feed says, before it has an id, a time and somebody it is about. */
export type Entry = Pick<
	Activity,
	| 'activityType'
	| 'type'
	| 'statusCode'
	| 'status'
	| 'message'
	| 'severity'
	| 'priority'
	| 'subject'
> &
	Partial<Activity>;

/** What happens to a device, or to a technician, from its first entry to its last. */
export interface Story {
	about: 'device' | 'technician';
	entries: readonly Entry[];
}

const calm = { severity: 'NONE', priority: 'NONE' } as const;
const run = { ...calm, activityType: 'ACTION', type: 'Action', subject: 'Clean temporary files' };
const patch = {
	...calm,
	activityType: 'PATCH_MANAGEMENT',
	type: 'Patch Management',
	subject: 'OS patches',
};
const system = { ...calm, activityType: 'SYSTEM', type: 'System', subject: 'System' };

/** A condition that came and went. */
const passedConditions = conditions.map((condition): Story => {
	const { activityType, type, severity, priority, message, conditionName: subject } = condition;
	const shared = { activityType, type, severity, priority, message, subject, sourceName: subject };
	return {
		about: 'device',
		entries: [
			{ ...shared, statusCode: 'TRIGGERED', status: 'Triggered' },
			{ ...shared, statusCode: 'RESET', status: 'Reset' },
		],
	};
});

export const stories: readonly Story[] = [
	...passedConditions,
	{
		about: 'device',
		entries: [
			{
				...run,
				statusCode: 'START_REQUESTED',
				status: 'Start requested',
				message: 'Run requested',
			},
			{ ...run, statusCode: 'STARTED', status: 'Started', message: 'Run started' },
			{
				...run,
				statusCode: 'COMPLETED',
				status: 'Completed',
				message: 'Run completed',
				activityResult: 'SUCCESS',
			},
		],
	},
	{
		about: 'device',
		entries: [
			{
				...patch,
				statusCode: 'PATCH_MANAGEMENT_INSTALLED',
				status: 'Patch installed',
				message: 'Cumulative update installed',
			},
		],
	},
	{
		about: 'device',
		entries: [
			{
				...system,
				statusCode: 'SYSTEM_REBOOTED',
				status: 'Rebooted',
				message: 'The system restarted',
			},
		],
	},
	{
		about: 'technician',
		entries: [
			{
				...system,
				statusCode: 'APP_USER_LOGGED_IN',
				status: 'Logged in',
				message: 'A technician logged in',
			},
		],
	},
];

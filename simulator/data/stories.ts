import type { Activity } from '../../contracts';
import { conditions } from './conditions';

/** What an entry of the feed says, before it has an id, a time and somebody it is about. */
export type Entry = Omit<Activity, 'id' | 'activityTime'>;

/** What happens to a device, or to a technician, from its first entry to its last. */
interface Story {
	about: 'device' | 'technician';
	entries: readonly Entry[];
}

const calm = { severity: 'NONE', priority: 'NONE' } as const;
const entry = (about: object, statusCode: string, status: string, message: string) =>
	({ ...calm, ...about, statusCode, status, message }) as Entry;

const run = { activityType: 'ACTION', type: 'Action', subject: 'Clean temporary files' };
const patching = { type: 'Patch Management', subject: 'OS patches' };
const system = { activityType: 'SYSTEM', type: 'System', subject: 'System' };

/** A condition that came and went. */
const passed = conditions.map(
	({ activityType, type, severity, priority, message, conditionName: subject }): Story => {
		const shared = { activityType, type, severity, priority, subject, sourceName: subject };
		return {
			about: 'device',
			entries: [
				entry(shared, 'TRIGGERED', 'Triggered', message),
				entry(shared, 'RESET', 'Reset', message),
			],
		};
	},
);

export const stories: readonly Story[] = [
	...passed,
	{
		about: 'device',
		entries: [
			entry(run, 'START_REQUESTED', 'Start requested', 'Run requested'),
			entry(run, 'STARTED', 'Started', 'Run started'),
			entry({ ...run, activityResult: 'SUCCESS' }, 'COMPLETED', 'Completed', 'Run completed'),
		],
	},
	{
		about: 'device',
		entries: [
			entry(
				{ ...patching, activityType: 'PATCH_MANAGEMENT' },
				'PATCH_MANAGEMENT_INSTALLED',
				'Patch installed',
				'Cumulative update installed',
			),
		],
	},
	{
		about: 'device',
		entries: [entry(system, 'SYSTEM_REBOOTED', 'Rebooted', 'The system restarted')],
	},
	{
		about: 'technician',
		entries: [entry(system, 'APP_USER_LOGGED_IN', 'Logged in', 'A technician logged in')],
	},
];

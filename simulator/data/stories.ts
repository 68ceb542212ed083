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
type Subject = Pick<Activity, 'activityType' | 'type' | 'subject'> & Partial<Activity>;

/** Entries of one subject, each with its code, the code in words, and a message. */
const entriesOf = (subject: Subject, ...rows: ReadonlyArray<readonly [string, string, string]>) =>
	rows.map(([statusCode, status, message]) => {
		return { ...calm, ...subject, statusCode, status, message };
	});

const run = { activityType: 'ACTION', type: 'Action', subject: 'Clean temporary files' };
const patching = {
	activityType: 'PATCH_MANAGEMENT',
	type: 'Patch Management',
	subject: 'OS patches',
};
const system = { activityType: 'SYSTEM', type: 'System', subject: 'System' };

/** Conditions that came and went. */
const passed = conditions.map(({ conditionName: subject, message, ...condition }) => {
	const { activityType, type, severity, priority } = condition;
	return entriesOf(
		{ activityType, type, severity, priority, subject, sourceName: subject },
		['TRIGGERED', 'Triggered', message],
		['RESET', 'Reset', message],
	);
});

export const stories: readonly Story[] = [
	...[
		...passed,
		[
			...entriesOf(
				run,
				['START_REQUESTED', 'Start requested', 'Run requested'],
				['STARTED', 'Started', 'Run started'],
			),
			...entriesOf({ ...run, activityResult: 'SUCCESS' }, [
				'COMPLETED',
				'Completed',
				'Run completed',
			]),
		],
		entriesOf(patching, ['PATCH_MANAGEMENT_INSTALLED', 'Patch installed', 'Update installed']),
		entriesOf(system, ['SYSTEM_REBOOTED', 'Rebooted', 'The system restarted']),
	].map((entries) => ({ about: 'device' as const, entries })),
	{
		about: 'technician',
		entries: entriesOf(system, ['APP_USER_LOGGED_IN', 'Logged in', 'A technician logged in']),
	},
];

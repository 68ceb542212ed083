import type { Activity } from '../../contracts';
import type { Job } from './jobs';

/** Activity types in words. */
const words: Record<string, string> = {
	ACTION: 'Action',
	PATCH_MANAGEMENT: 'Patch Management',
	SOFTWARE_PATCH_MANAGEMENT: 'Software Patch Management',
	SYSTEM: 'System',
};

/** What the entries of a job have in common. */
export type JobNames = Pick<Job, 'uid' | 'deviceId' | 'userId' | 'name' | 'jobType'>;

/** An entry that a job leaves in the feed; all of them are of one series. */
export const entryOf = (
	{ uid, deviceId, userId, name, jobType }: JobNames,
	entry: Pick<Activity, 'statusCode' | 'status' | 'message'> & Partial<Activity>,
): Partial<Activity> => ({
	deviceId,
	userId,
	seriesUid: uid,
	activityType: jobType,
	type: words[jobType],
	sourceName: name,
	subject: name,
	...entry,
});

/** The entry of a job that is to end before it is done; none where nobody wished for that. */
export function cutShort(job: Job): Partial<Activity> | undefined {
	const { ends } = job.wish;
	if (ends !== 'CANCELLED' && ends !== 'BLOCKED') return undefined;
	const status = ends === 'CANCELLED' ? 'Cancelled' : 'Blocked';
	const message = `${job.name}: ${status.toLowerCase()}`;
	return entryOf(job, { statusCode: ends, status, message, activityResult: 'UNCOMPLETED' });
}

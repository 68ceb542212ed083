import type { DeviceDetailed } from '../../contracts';
import type { Random } from '../data/random';
import type { Table } from './table';

/** After how many looks at activities or jobs, or milliseconds, a job has ended. */
export type JobProgress = { polls: number } | { ms: number };

/** What is to become of jobs; without it all goes well. */
export interface JobWish {
	/** Which jobs are meant: those on this device, and of this name. Any, where neither is given. */
	deviceId?: number;
	name?: string;
	/** NEVER: it begins and goes on for good. */
	ends?: 'COMPLETED' | 'CANCELLED' | 'BLOCKED' | 'NEVER';
	result?: 'SUCCESS' | 'FAILURE';
	exitCode?: number;
	output?: string;
	/** For how many jobs this holds. Default all. */
	times?: number;
}

/** How a run that nobody asked for is to end. */
export type RunWish = Pick<JobWish, 'name' | 'result' | 'exitCode' | 'output'> & {
	ends?: 'COMPLETED' | 'CANCELLED' | 'BLOCKED';
};

export interface NewJob {
	deviceId: number;
	/** The activity type of what it leaves in the feed. */
	jobType: string;
	name: string;
	userId?: number;
}

export interface Job extends NewJob {
	/** The seriesUid of its activities. */
	readonly uid: string;
	readonly wish: JobWish;
	/** Epoch seconds. */
	readonly createTime: number;
	updateTime: number;
	status: 'START_REQUESTED' | 'STARTED';
	/** Stays before its last stage for as long as this is set. */
	held: boolean;
}

/** What a job does at one point of its life. */
export type Stage = (job: Job) => void;

export interface Jobs {
	/** Those that have not ended, oldest first. A job on an offline device waits until the device is back. */
	all(): Job[];
	/** Takes a job in. Its stages follow as it progresses, evenly; with the last it is gone. */
	start(job: NewJob, stages: readonly Stage[]): Job;
	/** Says what is to become of jobs that start from now on. The latest wish counts. */
	plan(wish: JobWish): void;
	/** Ends a job without any of what was still to come. */
	drop(uid: string): void;
	/** Lets time pass for every job. @param looked whether somebody looked at activities or jobs */
	progress(looked: boolean): void;
}

type Wish = JobWish & { times: number };

interface Running {
	job: Job;
	stages: readonly Stage[];
	/** Stages behind it. */
	done: number;
	/** Looks or milliseconds that it had. */
	spent: number;
	/** When it was last taken on: epoch milliseconds. */
	seen: number;
}

interface World {
	devices: Table<DeviceDetailed>;
	random: Random;
	/** Epoch seconds. */
	now(): number;
	pace: JobProgress;
}

export function createJobs({ devices, random, now, pace }: World): Jobs {
	const running = new Map<string, Running>();
	const wishes: Wish[] = [];
	const needed = 'polls' in pace ? pace.polls : pace.ms;
	const milliseconds = () => Math.round(now() * 1000);

	const wishFor = ({ deviceId, name }: NewJob): JobWish => {
		const wish = wishes.find(
			(it) =>
				it.times > 0 &&
				(it.deviceId ?? deviceId) === deviceId &&
				(it.name === undefined || it.name === name),
		);
		if (wish) wish.times -= 1;
		return wish ?? {};
	};

	/** Carries out the stages that are due. */
	const take = (entry: Running) => {
		const { job, stages } = entry;
		while (entry.done < stages.length && entry.spent * stages.length >= (entry.done + 1) * needed) {
			if (job.held && entry.done === stages.length - 1) return;
			const stage = stages[entry.done++];
			Object.assign(job, { status: 'STARTED', updateTime: now() });
			if (entry.done === stages.length) running.delete(job.uid);
			stage(job);
		}
	};

	return {
		all: () => [...running.values()].map(({ job }) => job),
		start(given, stages) {
			const wish = wishFor(given);
			const job: Job = {
				...given,
				uid: random.uuid(),
				wish,
				createTime: now(),
				updateTime: now(),
				status: 'START_REQUESTED',
				held: wish.ends === 'NEVER',
			};
			running.set(job.uid, { job, stages, done: 0, spent: 0, seen: milliseconds() });
			return job;
		},
		plan: (wish) => void wishes.unshift({ times: Infinity, ...wish }),
		drop: (uid) => void running.delete(uid),
		progress(looked) {
			for (const entry of running.values()) {
				const passed = 'polls' in pace ? Number(looked) : milliseconds() - entry.seen;
				entry.seen = milliseconds();
				if (devices.get(entry.job.deviceId)?.offline !== false) continue;
				entry.spent += passed;
				take(entry);
			}
		},
	};
}

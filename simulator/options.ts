import type { JobProgress } from './state/jobs';

/**
 * What becomes of the properties that an answer need not have, which are nearly all that NinjaOne documents:
 * - seeded: as the simulated data has them
 * - absent: none is there
 * - null: each is there and null
 * - hollow: objects and lists of objects are there, and what is in them is null
 * - bare: as null, and nothing but IDs is left of a record
 * - filled: each has a value, if the data has none then one of its type
 */
export const optionalsModes = ['seeded', 'absent', 'null', 'hollow', 'bare', 'filled'] as const;
export type Optionals = (typeof optionalsModes)[number];

/** How large the simulated NinjaOne is, and how it behaves where NinjaOne itself is not pinned down. */
export interface SimulatorOptions {
	/** Same seed and same base time, same data. Default 1. */
	seed?: number;
	/** Default 25. */
	organizations?: number;
	/** Default 5,000. */
	devices?: number;
	/** Active alerts. Default 5 % of the devices. */
	alerts?: number;
	/** Activities of the past 30 days. Default as many as devices; at least one for each alert. */
	activities?: number;
	/** Rows of the installed software report. Default five a device. */
	softwareRows?: number;
	/** Life of an access token. Default 3,600. */
	tokenLifetimeSeconds?: number;
	/** Added to every answer. Default 0. */
	latencyMs?: number;
	/** The clock: epoch milliseconds. Default Date.now. */
	now?: () => number;
	/** The moment from which the seeded past counts back: epoch milliseconds. Default: the clock at creation. */
	baseTime?: number;
	/** Which rows a full page above `newerThan` holds; NinjaOne's documents do not say. Default newest. */
	activityPages?: 'newest' | 'oldest';
	/** What becomes of the properties that an answer need not have. Default seeded. */
	optionals?: Optionals;
	/** Whether the account has NinjaOne's backup; without it reports on backups answer 500, as seen on a tenant. Default true. */
	hasBackup?: boolean;
	/** What activities are in order of. NinjaOne's documents say "reverse chronological". Default id. */
	activityOrder?: 'id' | 'time';
	/** Activities in a page at most, whatever is asked for. Default 1,000. */
	activityPageCap?: number;
	/** Whether device search refuses machine tokens, as older NinjaOne builds seem to do. Default false. */
	searchNeedsUser?: boolean;
	/** What the run of a script answers: nothing, or the job's uid or first activity. NinjaOne varies. Default jobUid. */
	scriptAnswer?: 'empty' | 'jobUid' | 'activityId' | 'uuid';
	/** What takes a job from its beginning to its end: looks at activities or jobs, or time. Default two looks. */
	jobProgress?: JobProgress;
	/**
	 * How the times of a maintenance are read. A number is epoch seconds in NinjaOne, and ISO 8601 seems to be taken beside
	 * it; its OpenAPI file says milliseconds. A number in another unit gives a date far off. Default iso or seconds.
	 */
	maintenanceUnit?: 'iso or seconds' | 'seconds' | 'iso or milliseconds' | 'milliseconds';
	/** How the change of a ticket is refused that somebody else has changed meanwhile. NinjaOne's documents do not say. Default 409. */
	ticketConflictStatus?: 409 | 400;
	/** Whether tickets cannot be closed directly, as on some tenants. Default false. */
	closeRefused?: boolean;
	/** Whether only people who are administrators may set up a webhook, or remove it. Default false. */
	webhookNeedsAdministrator?: boolean;
	/** Whether another PSA holds the place that a webhook takes, so that none can be set up or removed. Default false. */
	otherPsaConfigured?: boolean;
	/** Failed deliveries in a row after which a webhook is disabled. Default 5. */
	webhookFailuresAllowed?: number;
	/** Milliseconds between the tries of a delivery. Default 50. */
	webhookRetryMs?: number;
	/** Milliseconds that a receiver has for its answer. Default 5,000. */
	webhookTimeoutMs?: number;
	/** Answers the consent page at once, so that a sign-in needs no person. Default: a person decides. */
	consent?: 'allow' | 'deny';
}

/** Options with every default filled in. */
export type Settings = Required<Omit<SimulatorOptions, 'consent'>> &
	Pick<SimulatorOptions, 'consent'>;

export function settingsOf(options: SimulatorOptions): Settings {
	const now = options.now ?? Date.now;
	const devices = options.devices ?? 5000;
	const alerts = options.alerts ?? Math.round(devices * 0.05);
	return {
		seed: options.seed ?? 1,
		organizations: options.organizations ?? 25,
		devices,
		alerts,
		activities: Math.max(options.activities ?? devices, alerts),
		softwareRows: options.softwareRows ?? devices * 5,
		tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 3600,
		latencyMs: options.latencyMs ?? 0,
		now,
		baseTime: options.baseTime ?? now(),
		activityPages: options.activityPages ?? 'newest',
		optionals: options.optionals ?? 'seeded',
		hasBackup: options.hasBackup ?? true,
		activityOrder: options.activityOrder ?? 'id',
		activityPageCap: options.activityPageCap ?? 1000,
		searchNeedsUser: options.searchNeedsUser ?? false,
		scriptAnswer: options.scriptAnswer ?? 'jobUid',
		jobProgress: options.jobProgress ?? { polls: 2 },
		maintenanceUnit: options.maintenanceUnit ?? 'iso or seconds',
		ticketConflictStatus: options.ticketConflictStatus ?? 409,
		closeRefused: options.closeRefused ?? false,
		webhookNeedsAdministrator: options.webhookNeedsAdministrator ?? false,
		otherPsaConfigured: options.otherPsaConfigured ?? false,
		webhookFailuresAllowed: options.webhookFailuresAllowed ?? 5,
		webhookRetryMs: options.webhookRetryMs ?? 50,
		webhookTimeoutMs: options.webhookTimeoutMs ?? 5000,
		consent: options.consent,
	};
}

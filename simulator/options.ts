import type { JobProgress } from './state/jobs';

/** One option: its default, what it means, and the words that it can be, where it is not any. */
export interface Option<Value> {
	/** Perhaps so many for a number of devices. */
	usual: Value | ((devices: number) => Value);
	help: string;
	words?: readonly Value[];
}

const number = (usual: Option<number>['usual'], help: string): Option<number> => ({ usual, help });
const toggle = (usual: boolean, help: string): Option<boolean> => ({ usual, help });
/** The first word is the default. */
const oneOf = <Word extends string | number>(help: string, ...words: readonly Word[]) =>
	({ usual: words[0], help, words }) as Option<Word>;

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

/** How large the simulated NinjaOne is, and how it behaves where NinjaOne itself is not pinned down (see README.md). */
export const optionTable = {
	seed: number(1, 'same seed and same base time, same data'),
	organizations: number(25, 'how many'),
	devices: number(5000, 'how many'),
	alerts: number(
		(devices) => Math.round(devices * 0.05),
		'active ones; default 5 % of the devices',
	),
	/** At least one for each alert. */
	activities: number((devices) => devices, 'of the past 30 days; default as many as devices'),
	softwareRows: number((devices) => devices * 5, 'of the software report; default five a device'),
	tokenLifetimeSeconds: number(3600, 'of an access token'),
	latencyMs: number(0, 'added to every answer'),
	activityPages: oneOf('which rows a full page above newerThan holds', 'newest', 'oldest'),
	activityOrder: oneOf('what activities are in order of', 'id', 'time'),
	activityPageCap: number(1000, 'activities in a page at most, whatever is asked for'),
	optionals: oneOf('properties that an answer need not have', ...optionalsModes),
	hasBackup: toggle(
		true,
		"whether the account has NinjaOne's backup; without it its report answers 500",
	),
	searchNeedsUser: toggle(false, 'device search refuses machine tokens, as older builds seem to'),
	scriptAnswer: oneOf('the answer of a run', 'jobUid', 'empty', 'activityId', 'uuid'),
	maintenanceUnit: oneOf(
		'how the times of a maintenance are read; a number in another unit gives a date far off',
		'iso or seconds',
		'seconds',
		'iso or milliseconds',
		'milliseconds',
	),
	ticketConflictStatus: oneOf(
		'refuses the change of a ticket that was changed meanwhile',
		409,
		400,
	),
	closeRefused: toggle(false, 'tickets cannot be closed directly, as on some tenants'),
	webhookNeedsAdministrator: toggle(
		false,
		'only administrators may set up a webhook, or remove it',
	),
	otherPsaConfigured: toggle(false, 'another PSA holds the place of a webhook: none can be set up'),
	webhookFailuresAllowed: number(5, 'failed deliveries in a row that disable a webhook'),
	webhookRetryMs: number(50, 'between the tries of a delivery'),
	webhookTimeoutMs: number(5000, 'that a receiver has for its answer'),
};

type Table = typeof optionTable;
type Options = { [Name in keyof Table]: Table[Name] extends Option<infer Value> ? Value : never };

interface FurtherOptions {
	/** The clock: epoch milliseconds. Default Date.now. */
	now: () => number;
	/** The moment from which the seeded past counts back: epoch milliseconds. Default: the clock at creation. */
	baseTime: number;
	/** What takes a job from its beginning to its end: looks at activities or jobs, or time. Default two looks. */
	jobProgress: JobProgress;
}

interface Manners {
	/** Answers the consent page at once, so that a sign-in needs no person. Default: a person decides. */
	consent?: 'allow' | 'deny';
	/** Gets every successful answer of the API on its way out; what it throws becomes a 500 in the answer's place. */
	onAnswer?: (answer: Answer) => void;
}

/** What a request was answered with. */
export interface Answer {
	method: string;
	/** Without query. */
	path: string;
	/** As the contract names the endpoint: METHOD /path. */
	key: string;
	status: number;
	/** Parsed, where it is JSON; nothing where it is empty. */
	body: unknown;
}

export type SimulatorOptions = Partial<Options & FurtherOptions> & Manners;

/** Options with every default filled in. */
export type Settings = Options & FurtherOptions & Manners;

export function settingsOf(options: SimulatorOptions): Settings {
	const { now = Date.now, devices = 5000 } = options;
	const usual = Object.entries(optionTable).map(([name, option]) => {
		const value = option.usual;
		return [name, typeof value === 'function' ? value(devices) : value];
	});
	const given = Object.entries(options).filter(([, value]) => value !== undefined);
	const further = { now, baseTime: now(), jobProgress: { polls: 2 } };
	const settings = { ...further, ...Object.fromEntries([...usual, ...given]) } as Settings;
	return { ...settings, activities: Math.max(settings.activities, settings.alerts) };
}

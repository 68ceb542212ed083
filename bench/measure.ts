/** One line of the table. */
export interface Figure {
	name: string;
	/** Of `value` and `reference`. */
	unit: string;
	/** What was measured; a median where it was measured several times. */
	value: number;
	/** What it is compared with, measured in the same run. */
	reference?: number;
	/** How `value` and `reference` compare; `target` says in which direction. */
	ratio?: number;
	/** Such as `ratio <= 1.3`. */
	target: string;
	ok: boolean;
	/** For a reader: sizes, counts, single rounds. */
	details: string;
}

/** What the simulator is started with; see simulator/options.ts. */
export interface Fleet {
	devices?: number;
	alerts?: number;
	softwareRows?: number;
	latencyMs?: number;
}

/** A NinjaOne simulator in a process of its own, so that its work is not counted. */
export interface SimulatorProcess {
	readonly url: string;
	/** How many requests have arrived so far whose path is this regular expression. */
	requestsTo(path: string): Promise<number>;
	/** The newest of them: its path, with query. */
	lastRequestTo(path: string): Promise<string>;
}

/** What a measure works with. */
export interface Bench {
	/** Starts a simulator, which ends with the measure. */
	simulator(fleet: Fleet): Promise<SimulatorProcess>;
	/** Makes sure that dist is what the sources say. */
	build(): Promise<void>;
	/** Runs a script of bench/processes in a new Node.js and gives what it reports. */
	freshProcess<Report>(script: string, settings?: ProcessSettings): Promise<Report>;
}

export interface ProcessSettings {
	/** For Node.js and V8. */
	flags?: string[];
	/** Handed over as JSON, in the first argument. */
	input?: unknown;
}

/** A file of bench/measures exports one of these as `measure`. */
export interface Measure {
	/** For `--only`. */
	letter: string;
	title: string;
	run(bench: Bench): Promise<Figure[]>;
}

import type { IDataObject } from 'n8n-workflow';
import type { Fault, Simulator } from '../../simulator';
import { createRandom, type Random } from '../../simulator/data/random';
import type { PolledTrigger } from './poll';

const everyCall = /^\/v2\//;

/** Everything but slow answers, which need a short time to be too slow for. */
const troubles: Fault[] = [
	{ kind: 'throttle', retryAfterSeconds: 60 },
	{ kind: 'throttle' },
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 503 },
	{ kind: 'cut' },
	{ kind: 'cut', when: 'midway' },
	{ kind: 'throttlePage' },
	{ kind: 'expireToken' },
];

/** What a soak came to. */
export interface Soaked {
	items: IDataObject[];
	polls: number;
	failures: number;
	/** Faults that struck, by kind. */
	faults: Record<string, number>;
	/** Bytes of the largest state that n8n stored. */
	largestState: number;
}

interface Soak {
	simulator: Simulator;
	trigger: PolledTrigger;
	polls: number;
	/** What happens in NinjaOne and to the clocks before a poll. */
	happen: (turn: number, random: Random) => void;
	/** Gives another trigger where n8n is started anew, or the workflow edited, before a poll. */
	restart?: (turn: number, trigger: PolledTrigger) => PolledTrigger;
	/** Whether every third call goes wrong. */
	isTroubled?: boolean;
	/** Lets time pass after the last turn, between polls in peace, until all that may come has come. */
	rest: () => void;
	/** Polls in peace. */
	rests: number;
	seed: number;
}

/** Polls through trouble, then in peace until nothing is left. */
export async function soak({ simulator, polls, happen, restart, seed, ...given }: Soak) {
	const { isTroubled = true, rest, rests } = given;
	const random = createRandom(seed, 'soak');
	let { trigger } = given;
	const soaked: Soaked = { items: [], polls: 0, failures: 0, faults: {}, largestState: 0 };
	simulator.requests.clear();

	const pollOnce = async () => {
		soaked.polls += 1;
		const items = await trigger.poll();
		soaked.items.push(...(items ?? []));
		soaked.largestState = Math.max(soaked.largestState, bytesOf(trigger.stored()));
		return items;
	};
	for (let turn = 0; turn < polls; turn++) {
		happen(turn, random);
		trigger = restart?.(turn, trigger) ?? trigger;
		if (isTroubled) arm(simulator, () => random.pick(troubles));
		// A poll that fails is only followed by the next.
		await pollOnce().catch(() => (soaked.failures += 1));
	}
	simulator.faults.clear();
	for (let turn = 0; turn < rests; turn++) {
		rest();
		while ((await pollOnce()) !== null);
	}
	for (const { fault } of simulator.requests.all()) {
		if (fault !== undefined) soaked.faults[fault] = (soaked.faults[fault] ?? 0) + 1;
	}
	return soaked;
}

export const bytesOf = (data: unknown) => Buffer.byteLength(JSON.stringify(data));

/** Lets every third of all calls go wrong, as far as a poll can get. */
function arm({ faults, requests }: Simulator, faultOf: () => Fault): void {
	faults.clear();
	const passed = requests.matching({ path: everyCall }).length;
	for (let skip = 2 - (passed % 3); skip < 90; skip += 3) {
		faults.add({ ...faultOf(), path: everyCall, skip });
	}
}

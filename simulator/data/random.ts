/** Numbers that are the same on every run with the same seed. */
export interface Random {
	/** In [0, 1). */
	next(): number;
	/** An integer from `least` to `most`, both included. */
	integer(least: number, most: number): number;
	chance(probability: number): boolean;
	pick<T>(choices: readonly T[]): T;
	uuid(): string;
}

/**
 * @param stream names what the numbers are for: each stream has a sequence of its own, so that more devices, say, do
 * not change the names of the organizations
 */
export function createRandom(seed: number, stream: string): Random {
	let state = hash(stream) ^ Math.imul(seed, 0x9e3779b1);
	// mulberry32: small, fast, good enough to look like life.
	const bits = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	const next = () => bits() / 0x1_0000_0000;
	const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	return {
		next,
		integer,
		chance: (probability) => next() < probability,
		pick: (choices) => choices[Math.floor(next() * choices.length)],
		uuid: () => uuidOf(hex(bits()) + hex(bits()) + hex(bits()) + hex(bits())),
	};
}

const hex = (bits: number) => bits.toString(16).padStart(8, '0');

/** Shapes 32 hexadecimal digits as a version 4 UUID. */
const uuidOf = (digits: string) =>
	`${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;

/** FNV-1a. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) {
		value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
	}
	return value;
}

/** Picks by weight: the shares need not add up to one. */
export function weighted<T extends { share: number }>(random: Random, choices: readonly T[]): T {
	const total = choices.reduce((sum, { share }) => sum + share, 0);
	let left = random.next() * total;
	return choices.find(({ share }) => (left -= share) < 0) ?? choices[choices.length - 1];
}

/** What rows are made from that nobody keeps: they are the same each time that they are asked for. */
export interface ReportSeed {
	seed: number;
	/** When the rows were taken: epoch seconds. */
	now: number;
}

import type { DeviceDetailed, OsPatch, SoftwarePatch } from '../../contracts';
import { familyOf } from './families';
import { createRandom, type Random, type ReportSeed } from './random';

const day = 86_400;

/** Patches of one kind on a device: those that nobody tried to install, and the tries. */
export interface PatchList<Patch> {
	pending: Patch[];
	installs: Patch[];
}

export interface PatchBook {
	os: PatchList<OsPatch>;
	software: PatchList<SoftwarePatch>;
}

export type PatchKind = keyof PatchBook;

/** The patches of a device; operating system patches on Windows alone, software patches on Windows and Mac. */
export function seedPatches(
	{ id, nodeClass }: DeviceDetailed,
	{ seed, now }: ReportSeed,
): PatchBook {
	const family = familyOf(nodeClass);
	const rows = <Patch>(
		stream: string,
		least: number,
		more: number,
		make: (random: Random) => Patch,
	) => {
		const random = createRandom(seed, `${stream} of ${id}`);
		return Array.from({ length: random.integer(least, least + more) }, () => make(random));
	};
	/** Up to so many that are pending, and up to one more that were tried. */
	const listOf = <Patch>(
		type: string,
		most: number,
		make: PatchMaker<Patch>,
	): PatchList<Patch> => ({
		pending: rows(`${type}patches`, 0, most, (random) => make(random, pendingStates)),
		installs: rows(`${type}patch installs`, 1, most, (random) => ({
			...make(random, triedStates),
			installedAt: now - random.integer(1, 60 * day),
		})),
	});
	const hasSoftware = family === 'WINDOWS' || family === 'MAC';
	return {
		os: family === 'WINDOWS' ? listOf('', 4, osPatch) : { pending: [], installs: [] },
		software: hasSoftware ? listOf('software ', 3, softwarePatch) : { pending: [], installs: [] },
	};
}

type PatchMaker<Patch> = (random: Random, states: readonly string[]) => Patch;

const pendingStates = ['MANUAL', 'APPROVED', 'APPROVED', 'REJECTED'];
const triedStates = [...Array<string>(9).fill('INSTALLED'), 'FAILED'];

const names = [
	'Cumulative Update',
	'.NET Framework Security Update',
	'Servicing Stack Update',
	'Defender Definition Update',
];
const severities = ['critical', 'important', 'moderate', 'optional'];
const types = ['SECURITY_UPDATES', 'UPDATE_ROLLUPS', 'DEFINITION_UPDATES', 'FEATURE_PACKS'];

export function osPatch(random: Random, states: readonly string[]): OsPatch {
	const kbNumber = `KB50${random.integer(10_000, 49_999)}`;
	return {
		id: random.uuid(),
		name: `${random.pick(names)} (${kbNumber})`,
		severity: random.pick(severities),
		status: random.pick(states),
		type: random.pick(types),
		kbNumber,
	};
}

const products = ['Google Chrome', 'Mozilla Firefox', '7-Zip', 'Zoom Workplace', 'Notepad++'].map(
	(name) => ({ name, productIdentifier: createRandom(0, `product ${name}`).uuid() }),
);
const impacts = ['critical', 'recommended', 'optional'];

export function softwarePatch(random: Random, states: readonly string[]): SoftwarePatch {
	const { name, productIdentifier } = random.pick(products);
	return {
		id: random.uuid(),
		productIdentifier,
		title: `${name} ${random.integer(1, 140)}.${random.integer(0, 9)}`,
		impact: random.pick(impacts),
		status: random.pick(states),
		type: random.pick(['PATCH', 'PATCH', 'INSTALLER']),
	};
}

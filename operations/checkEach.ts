import { joined } from '../api/defined';
import { demandNinjaOneError, NinjaOneError } from '../api/errors';

/** Problems named in one message; more are counted. */
const mostNamed = 20;

/**
 * Checks every entry of a list that a user gave, one after the other, so that the message about a list with several
 * mistakes has all of them, each with its place.
 * @param what an entry is called, such as `Document`
 * @throws NinjaOneError for entries that are wrong; at once for anything else, such as an answer of NinjaOne's
 */
export async function checkEach<Entry, Checked>(
	entries: readonly Entry[],
	what: string,
	check: (entry: Entry, place: number) => Promise<Checked>,
): Promise<Checked[]> {
	const checked: Checked[] = [];
	const problems: Array<{ place: number; error: NinjaOneError }> = [];
	for (const [at, entry] of entries.entries()) {
		const place = at + 1;
		await check(entry, place).then(
			(good) => checked.push(good),
			(error) => problems.push({ place, error: inputProblem(error) }),
		);
	}
	if (problems.length === 0) return checked;
	const shown = problems.map(({ place, error }) => `${what} ${place}: ${error.message}`);
	const more = shown.splice(mostNamed).length;
	if (more > 0) shown.push(`and ${more} more`);
	const advice = new Set(problems.map(({ error }) => error.description).filter(Boolean));
	throw new NinjaOneError(shown.join('; '), {
		description: joined('Nothing was sent.', ...[...advice].slice(0, 5)),
	});
}

function inputProblem(thrown: unknown): NinjaOneError {
	const error = demandNinjaOneError(thrown);
	if (error.status === undefined && error.failure === undefined) return error;
	throw error;
}

/**
 * Refuses an entry with words that nobody knows: a misspelled name would otherwise be ignored in silence.
 * @throws NinjaOneError that names them and those that are known
 */
export function refuseUnknownNames(entry: object, known: readonly string[]): void {
	const unknown = Object.keys(entry).filter((name) => !known.includes(name));
	if (unknown.length === 0) return;
	const named = unknown.map((name) => `"${name}"`).join(', ');
	throw new NinjaOneError(`${named} is not known here. Known are: ${known.join(', ')}`);
}

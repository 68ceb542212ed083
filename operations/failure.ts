import { joined } from '../api/defined';
import { hasActed, newJournal, type Journal } from './journal';
import { wordsOf, type Words } from './nodeError';
import type { Operation } from './operation';
import { isFailed, type Failed, type Outcomes } from './outcomes';

/** What was sent for all items together. */
export function sumOf(outcomes: Outcomes): Journal {
	const sum = newJournal();
	for (const { journal } of outcomes.filter((outcome) => outcome !== undefined)) {
		sum.asked ||= journal.asked;
		sum.carriedOut += journal.carriedOut;
		sum.inDoubt += journal.inDoubt;
	}
	return sum;
}

/**
 * What the failure of one item says: the error's own words, what this item had changed before, and why it was not tried
 * again.
 * @param all what was sent for all items of the execution
 */
export function failureWords({ error, journal, isLeftAlone }: Failed, all: Journal): Words {
	const { message, description } = wordsOf(error);
	const sentences = [asKnown(message, journal, all), isLeftAlone && leftAlone(journal)];
	const advice = joined(asKnown(description ?? '', journal, all), halfDone(journal));
	return { message: sentences.filter(Boolean).join('. '), description: advice || undefined };
}

const leftAlone = ({ carriedOut }: Journal) =>
	carriedOut > 0
		? 'A part of this item was carried out, so Retry On Fail did not send it again'
		: 'This item may have been carried out, so Retry On Fail did not send it again';

const halfDone = ({ carriedOut }: Journal) =>
	carriedOut > 0
		? `Before it failed, this item had changed something already (requests carried out: ${carriedOut}).`
		: undefined;

/**
 * "Nothing was sent" is written where a value is refused, and true of that value. Here it is held to what is known of
 * the whole execution: a record may have been looked up, other items may have been carried out.
 */
function asKnown(text: string, item: Journal, all: Journal): string {
	return text.replace(nothingWasSent, (_, nothing: string, verb: string, to = '') => {
		if (hasActed(item)) return `${nothing} more was ${verb}${to}`;
		const changed = verb === 'sent' ? 'changed' : verb;
		if (hasActed(all)) return `${nothing} was ${changed} for this item`;
		return all.asked ? `${nothing} was ${changed}` : `${nothing} was ${verb}${to}`;
	});
}

const nothingWasSent =
	/\b(nothing) was (sent|changed|deleted|reset|started|carried out)\b( to NinjaOne)?/gi;

/** After a change for many items has failed: what has been done already, and what not. */
export function progress({ effect }: Operation, outcomes: Outcomes): string | undefined {
	const total = outcomes.length;
	if (effect === 'read' || total === 1) return undefined;
	const failed = outcomes.filter(isFailed);
	const done = outcomes.filter((outcome) => outcome?.rows).length;
	const inDoubt = failed.filter(({ journal }) => hasActed(journal)).length;
	const wrong = failed.filter(({ isWrong }) => isWrong).length;
	return joined(
		wrong > 0 && `All items are checked first, and ${wrong} of ${total} cannot be carried out.`,
		`${done} of ${total} items were carried out before the node stopped.`,
		inDoubt > 0 && `${inDoubt} more may have been, in whole or in part.`,
		'To go on with the others when one fails, set On Error in the node\'s settings to "Continue".',
	);
}

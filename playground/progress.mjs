/** What the commands of this folder say while they work: each line with the time since they began. */

const BEGAN = Date.now();
const REMIND_AFTER_MS = 15_000;

/** Minutes and seconds, as in 1:05. */
export function clock(ms) {
	const seconds = Math.round(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Prints one line. */
export function say(text) {
	console.log(`${clock(Date.now() - BEGAN).padStart(5)}  ${text}`);
}

/**
 * Does a piece of work, saying its title first and then, every 15 seconds, that it goes on.
 *
 * @param {string} title what is being done
 * @param {() => Promise<T>} work
 * @param {() => string} [detail] how far the work is, for the reminders
 * @returns {Promise<T>}
 * @template T
 */
export async function step(title, work, detail = () => 'still at it') {
	say(title);
	const began = Date.now();
	const reminder = setInterval(
		() => say(`  ${detail()} (${clock(Date.now() - began)})`),
		REMIND_AFTER_MS,
	);
	try {
		return await work();
	} finally {
		clearInterval(reminder);
	}
}

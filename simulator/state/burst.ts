import type { Activity } from '../../contracts';
import { quietEntries } from '../data/history';
import type { Random } from '../data/random';
import { failure } from '../refusal';
import type { ActivityWish } from './events';
import type { State } from './state';

/**
 * Adds many entries at once: of all kinds and devices unless told otherwise, three by three at the same time, and one
 * in ten late, with a time up to a day before its neighbours'.
 */
export function burst(
	state: State,
	random: Random,
	{ count, of = {} }: { count: number; of?: ActivityWish },
): Activity[] {
	const devices = state.devices.all();
	if (devices.length === 0) throw failure(400, 'There are no devices');
	const technicians = state.users.all().filter(({ userType }) => userType === 'TECHNICIAN');
	const entry = quietEntries(random, { devices, technicians, now: state.now() });
	const begin = state.now() - Math.ceil(count / 3) / 1000;
	return Array.from({ length: count }, (_, at) => {
		const late = at % 10 === 7 ? random.integer(60, 86_400) : 0;
		const time = begin + Math.floor(at / 3) / 1000 - late;
		const activityTime = Math.round(time * 1000) / 1000;
		return state.activities.add({ ...entry(count - at), activityTime, ...of });
	});
}

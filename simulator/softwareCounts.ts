import type { DeviceDetailed } from '../contracts';
import type { Context } from './context';
import { isApproved } from './deviceFilter';

/** Spreads the rows that were ordered evenly over the fleet. */
export function softwareCounts({ state, settings: { softwareRows } }: Context) {
	const fleet = state.devices.all().filter(isApproved);
	const places = new Map(fleet.map(({ id }, place) => [id, place]));
	const before = (place: number) => Math.floor((place * softwareRows) / fleet.length);
	return ({ id }: DeviceDetailed) => {
		const place = places.get(id);
		return place === undefined ? 0 : before(place + 1) - before(place);
	};
}

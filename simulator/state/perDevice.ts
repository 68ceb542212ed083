import type { DeviceDetailed } from '../../contracts';

/** Something that every device has: made when it is asked for, and kept once it is to change. */
export interface PerDevice<Thing> {
	/** To look at: a change to it may be lost. */
	of(device: DeviceDetailed): Thing;
	/** To change. */
	toChange(device: DeviceDetailed): Thing;
}

export function createPerDevice<Thing>(make: (device: DeviceDetailed) => Thing): PerDevice<Thing> {
	const kept = new Map<number, Thing>();
	const of = (device: DeviceDetailed) => kept.get(device.id) ?? make(device);
	const toChange = (device: DeviceDetailed) => {
		const thing = of(device);
		kept.set(device.id, thing);
		return thing;
	};
	return { of, toChange };
}

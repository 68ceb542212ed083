import type { DeviceDetailed } from '../../contracts';

/** Something that every device has: made when it is asked for, and kept once it is to change. */
export interface Own<Thing> {
	/** To look at: a change to it may be lost. */
	of(device: DeviceDetailed): Thing;
	/** To change. */
	toChange(device: DeviceDetailed): Thing;
}

export function createOwn<Thing>(make: (device: DeviceDetailed) => Thing): Own<Thing> {
	const kept = new Map<number, Thing>();
	const of = (device: DeviceDetailed) => kept.get(device.id) ?? make(device);
	return {
		of,
		toChange(device) {
			const thing = of(device);
			kept.set(device.id, thing);
			return thing;
		},
	};
}

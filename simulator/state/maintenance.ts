import type { DeviceDetailed, MaintenanceRequest } from '../../contracts';
import type { Settings } from '../options';
import { failure, pastMaintenance } from '../refusal';
import type { Table } from './table';

type Unit = Settings['maintenanceUnit'];

/** The maintenance of devices. */
export interface Maintenances {
	set(device: DeviceDetailed, request: MaintenanceRequest): void;
	cancel(device: DeviceDetailed): void;
	/** Begins and ends what is due. */
	settle(): void;
}

export function createMaintenances(
	devices: Table<DeviceDetailed>,
	unit: Unit,
	now: () => number,
): Maintenances {
	const concerned = new Set<number>();
	return {
		set(device, { start, end, reasonMessage }) {
			const from = start === undefined ? now() : secondsOf(start, unit, 'start');
			const until = secondsOf(end, unit, 'end');
			if (until <= now()) throw pastMaintenance();
			device.maintenance = {
				status: from > now() ? 'PENDING' : 'IN_MAINTENANCE',
				start: from,
				end: until,
				...(reasonMessage !== undefined && { reasonMessage }),
			};
			concerned.add(device.id);
		},
		cancel(device) {
			delete device.maintenance;
			concerned.delete(device.id);
		},
		settle() {
			for (const id of concerned) {
				const device = devices.get(id);
				const { maintenance } = device ?? {};
				if (!device || !maintenance || maintenance.status === 'FAILED') concerned.delete(id);
				else if (maintenance.end <= now()) delete device.maintenance;
				else if (maintenance.start <= now()) maintenance.status = 'IN_MAINTENANCE';
			}
		},
	};
}

const isoTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** In epoch seconds. A number in another unit than the one that is read gives a date far off. */
function secondsOf(time: string | number, unit: Unit, name: string): number {
	if (typeof time === 'number') return unit.endsWith('milliseconds') ? time / 1000 : time;
	const seconds = isoTime.test(time) ? Date.parse(time) / 1000 : NaN;
	if (!unit.startsWith('iso') || Number.isNaN(seconds)) throw failure(400, `${name}: not a time`);
	return seconds;
}

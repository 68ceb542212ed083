import type { IDataObject } from 'n8n-workflow';

/**
 * How a maintenance request writes its times. NinjaOne's sources disagree: its OpenAPI file of 2026-02 says "ISO-8601
 * date-time string or epoch milliseconds", scripts of its own people send epoch seconds.
 */
export type TimeFormat = 'iso' | 'milliseconds' | 'seconds';

/** When a device is in maintenance, in epoch milliseconds; without a start, from now on. */
export interface MaintenanceWindow {
	start?: number;
	end: number;
}

/** A window as NinjaOne shows it on a device, in epoch seconds. */
export interface ShownMaintenance extends IDataObject {
	/** PENDING, IN_MAINTENANCE or FAILED. */
	status?: string;
	start?: number;
	end?: number;
}

const writers: Record<TimeFormat, (ms: number) => string | number> = {
	iso: (ms) => new Date(ms).toISOString(),
	milliseconds: (ms) => ms,
	seconds: (ms) => Math.floor(ms / 1000),
};

/** The times of a window as the request carries them. */
export function maintenanceTimes({ start, end }: MaintenanceWindow, format: TimeFormat) {
	const write = writers[format];
	return { ...(start === undefined ? {} : { start: write(start) }), end: write(end) };
}

/** Milliseconds that NinjaOne may round by; a wrong unit is off by decades. */
const tolerance = 60_000;

/** Whether NinjaOne shows the times that were asked for. */
export function showsWindow(shown: ShownMaintenance, { start, end }: MaintenanceWindow): boolean {
	const near = (seconds: number | undefined, ms: number) =>
		seconds !== undefined && Math.abs(seconds * 1000 - ms) <= tolerance;
	return near(shown.end, end) && (start === undefined || near(shown.start, start));
}

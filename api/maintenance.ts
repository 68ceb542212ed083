import type { IDataObject } from 'n8n-workflow';

/**
 * How a maintenance request writes its times. NinjaOne reads a number as epoch seconds: clients that send seconds get the
 * window that they mean, and a window in the past is refused as such. Its OpenAPI file says "ISO-8601 date-time string or
 * epoch milliseconds"; milliseconds would begin in the year 57000.
 */
export type TimeFormat = 'seconds' | 'iso';

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
	seconds: (ms) => Math.floor(ms / 1000),
	iso: (ms) => new Date(ms).toISOString(),
};

/** The times of a window as the request carries them. */
export function maintenanceTimes({ start, end }: MaintenanceWindow, format: TimeFormat) {
	const write = writers[format];
	return { ...(start !== undefined && { start: write(start) }), end: write(end) };
}

/** Milliseconds that NinjaOne may round by; a wrong unit is off by decades. */
const tolerance = 60_000;

/** Whether NinjaOne shows the times that were asked for. */
export function showsWindow(shown: ShownMaintenance, { start, end }: MaintenanceWindow): boolean {
	const near = (seconds: number | undefined, ms: number) =>
		seconds !== undefined && Math.abs(seconds * 1000 - ms) <= tolerance;
	return near(shown.end, end) && (start === undefined || near(shown.start, start));
}

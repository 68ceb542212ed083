import type { IDataObject } from 'n8n-workflow';

/**
 * A name that people know a device by, as far as it has one. NinjaOne leaves names out, or sends them empty: a display
 * name is often missing, and a device that is no computer may have a DNS name alone.
 */
export const knownName = ({ displayName, systemName, dnsName }: IDataObject): string | undefined =>
	[displayName, systemName, dnsName].map((name) => String(name ?? '').trim()).find(Boolean);

/** What a device is called, where it must be called something: its name, else its ID. */
export const deviceName = (device: IDataObject): string =>
	knownName(device) ?? String(device.id ?? '');

import type { IDataObject } from 'n8n-workflow';

/**
 * What people know a device by. NinjaOne leaves names out, or sends them empty: a display name is often missing, and a
 * device that is no computer may have a DNS name alone.
 */
export const deviceName = ({ id, displayName, systemName, dnsName }: IDataObject): string =>
	String([displayName, systemName, dnsName].find((name) => name && String(name).trim()) ?? id);

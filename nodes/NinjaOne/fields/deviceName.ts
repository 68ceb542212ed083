import type { IDataObject } from 'n8n-workflow';

/** What people know a device by. A display name can be missing: NinjaOne's own pages fall back, too. */
export const deviceName = ({ id, displayName, systemName, dnsName }: IDataObject): string =>
	String(displayName ?? systemName ?? dnsName ?? id ?? '');

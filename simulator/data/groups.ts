import type { Group } from '../../contracts';
import { firstIds } from './catalog';

/** A saved search, kept as the device filter that it stands for. */
export type GroupRecord = Omit<Group, 'deviceCount' | 'lastEvaluated'> & { filter: string };

const searches = [
	{ name: 'Windows Servers', filter: 'class = WINDOWS_SERVER' },
	{ name: 'Offline Devices', filter: 'offline' },
	{ name: 'Linux Fleet', filter: 'class in (LINUX_SERVER,LINUX_WORKSTATION)' },
	{ name: 'Waiting for Approval', filter: 'status = PENDING' },
];

export const seedGroups = (now: number): GroupRecord[] =>
	searches.map(({ name, filter }, at) => ({
		id: firstIds.group + at,
		name,
		filter,
		description: `Saved search: ${name}`,
		shared: true,
		created: now - 200 * 86_400,
		updated: now - 20 * 86_400,
	}));

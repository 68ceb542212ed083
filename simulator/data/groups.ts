import { type Group, GroupSchema } from '../../contracts';
import { firstIds } from './catalog';
import { filled } from './filled';

/** A saved search, kept as the device filter that it stands for. */
export type GroupRecord = Omit<Group, 'deviceCount' | 'lastEvaluated'> & { filter: string };

const filters = {
	'Windows Servers': 'class = WINDOWS_SERVER',
	'Offline Devices': 'offline',
	'Linux Fleet': 'class in (LINUX_SERVER,LINUX_WORKSTATION)',
	'Waiting for Approval': 'status = PENDING',
};

const groupOf = filled(GroupSchema);

export const seedGroups = (now: number): GroupRecord[] =>
	Object.entries(filters).map(([name, filter], at) => ({
		...groupOf({ id: firstIds.group + at, name, shared: true, created: now, updated: now }),
		filter,
	}));

import type { NodeClass } from '../../contracts';

/** What a script, an action or a patch is made for. */
export type Family = 'WINDOWS' | 'MAC' | 'LINUX';

/** The family of a device with an agent; none for switches, printers and hosts. */
export function familyOf(nodeClass: NodeClass): Family | undefined {
	if (nodeClass.startsWith('WINDOWS')) return 'WINDOWS';
	if (nodeClass.startsWith('LINUX')) return 'LINUX';
	if (nodeClass === 'MAC' || nodeClass === 'MAC_SERVER') return 'MAC';
	return undefined;
}

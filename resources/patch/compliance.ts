import type { IDataObject } from 'n8n-workflow';

/** Where a patch of a device stands; a patch that failed and was installed later is installed. */
type PatchState = 'pending' | 'failed' | 'installed';

/** Patches by state and severity; severities as NinjaOne words them, in capitals. */
export type Tally = Record<PatchState, Record<string, number>>;

interface Patch {
	state: PatchState;
	severity: string;
	/** Epoch seconds of the attempt; 0 where there was none. */
	at: number;
}

/** Counts the patches of each device over NinjaOne's reports, each patch once. */
export function createCompliance() {
	const devices = new Map<number, Map<string, Patch>>();

	return {
		/** Takes a row of one of the four reports. Rejected patches are left out: nobody wants them. */
		add(row: IDataObject): void {
			const { status } = row;
			if (status === 'REJECTED') return;
			const state: PatchState =
				status === 'INSTALLED' ? 'installed' : status === 'FAILED' ? 'failed' : 'pending';
			const patch = {
				state,
				severity: String(row.severity ?? row.impact ?? 'UNSPECIFIED').toUpperCase(),
				at: state === 'pending' ? 0 : Number(row.installedAt ?? row.timestamp ?? 0),
			};
			const deviceId = Number(row.deviceId);
			const patches = devices.get(deviceId) ?? new Map<string, Patch>();
			devices.set(deviceId, patches);
			const key = String(row.id ?? row.kbNumber ?? row.name ?? row.title);
			const known = patches.get(key);
			if (!known || patch.at >= known.at) patches.set(key, patch);
		},
		tally(deviceId: number): Tally {
			const result: Tally = { pending: {}, failed: {}, installed: {} };
			for (const { state, severity } of devices.get(deviceId)?.values() ?? []) {
				result[state][severity] = (result[state][severity] ?? 0) + 1;
			}
			return result;
		},
	};
}

export function sum(tallies: Tally[]): Tally {
	const result: Tally = { pending: {}, failed: {}, installed: {} };
	for (const tally of tallies) {
		for (const [state, severities] of Object.entries(tally)) {
			for (const [severity, count] of Object.entries(severities)) {
				const counts = result[state as PatchState];
				counts[severity] = (counts[severity] ?? 0) + count;
			}
		}
	}
	return result;
}

const total = (counts: Record<string, number>) =>
	Object.values(counts).reduce((all, count) => all + count, 0);

/** A tally as columns. The percentage is that of installed patches; with none to install it is 100. */
export function columns({ pending, failed, installed }: Tally): IDataObject {
	const counts = { pending: total(pending), failed: total(failed), installed: total(installed) };
	const all = counts.pending + counts.failed + counts.installed;
	return {
		compliancePercent: all === 0 ? 100 : Math.round((counts.installed / all) * 1000) / 10,
		...counts,
		pendingBySeverity: pending,
		failedBySeverity: failed,
		installedBySeverity: installed,
	};
}

import { isFailed, type Outcomes } from './outcomes';

export const limitHint =
	'NinjaOne has more records than the Limit let through. Raise the Limit or turn on Return All to get them.';

/** Where one item acts on many records, some may have failed: a green node must not hide them. */
export function recordsHint(outcomes: Outcomes): string[] {
	const all = outcomes
		.flatMap((outcome) => outcome?.rows ?? [])
		.map(({ json }) => json.success)
		.filter((success) => typeof success === 'boolean');
	const failed = all.filter((success) => !success).length;
	if (failed === 0) return [];
	return [
		`${failed} of ${all.length} records failed. Their rows have "success" false, with the error and the ID: to do these again, filter by "success" and run this operation with their IDs.`,
	];
}

/** Where the node is set to go on when an item fails. One item speaks for itself. */
export function failuresHint(outcomes: Outcomes): string[] {
	const failed = outcomes.filter(isFailed).length;
	if (failed === 0 || outcomes.length === 1) return [];
	return [
		`${failed} of ${outcomes.length} items failed. Each of them has an item with "error" in the output.`,
	];
}

import { type Query, text } from './query';
import { failure } from './refusal';
import type { State } from './state/state';

/**
 * An organization filter (`of`) as a test. Its language is not documented; `cf=<custom field>=<value>` is the form that
 * scripts in use have. Anything else is refused, so that no filter is passed over.
 */
export function organizationFilter(
	query: Query,
	{ fieldValues }: State,
): (organization: { id: number }) => boolean {
	const filter = text(query, 'of');
	if (filter === undefined) return () => true;
	const [, name, value] = /^cf=(\w+)=(.+)$/.exec(filter) ?? [];
	if (name === undefined) throw failure(400, `Invalid organization filter ${filter}`);
	return ({ id }) => {
		const values = fieldValues.readable({ scope: 'ORGANIZATION', id });
		return String(values[name]) === value;
	};
}

import type { Filter } from './filters';
import { text } from './query';
import { failure } from './refusal';
import type { State } from './state/state';

/**
 * An organization filter (`of`). Its language is not documented; `cf=<custom field>=<value>` is the form that scripts in
 * use have. Anything else is refused, so that no filter is passed over.
 */
export const organizationFilter =
	({ fieldValues }: State): Filter<{ id: number }> =>
	(query, parameter) => {
		const filter = text(query, parameter);
		if (filter === undefined) return undefined;
		const [, name, value] = /^cf=(\w+)=(.+)$/.exec(filter) ?? [];
		if (name === undefined) throw failure(400, `Invalid organization filter ${filter}`);
		return ({ id }) => String(fieldValues.readable({ scope: 'ORGANIZATION', id })[name]) === value;
	};

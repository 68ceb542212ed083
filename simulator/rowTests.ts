import { moment, type Query, text } from './query';

/** What a list of rows can be asked for: a parameter's name, and the field that is to be equal to it. */
export interface RowFilters {
	equal?: Record<string, string>;
	/** Whether `installedAfter` and `installedBefore` say when a row's install was tried. */
	installed?: boolean;
}

/** Whether a row is one of those that the query asks for. */
export function rowTest(query: Query, { equal = {}, installed = false }: RowFilters) {
	const wanted = Object.entries(equal).flatMap(([parameter, field]) => {
		const value = text(query, parameter);
		return value === undefined ? [] : [{ field, value }];
	});
	const after = (installed && moment(query, 'installedAfter')) || -Infinity;
	const before = (installed && moment(query, 'installedBefore')) || Infinity;
	return (row: object) => {
		if (!wanted.every(({ field, value }) => row[field as never] === value)) return false;
		const { installedAt } = row as { installedAt?: number };
		return installedAt === undefined || (installedAt > after && installedAt < before);
	};
}

const either = { status: 'status', type: 'type' };
const software = { ...either, impact: 'impact', productIdentifier: 'productIdentifier' };

/** What the reads of patches can be asked for, of one device as of the fleet. */
export const patchFilters = {
	os: {
		pending: { equal: { ...either, severity: 'severity' } },
		installs: { equal: { status: 'status' }, installed: true },
	},
	software: { pending: { equal: software }, installs: { equal: software, installed: true } },
};

export const serviceFilters: RowFilters = { equal: { name: 'name', state: 'state' } };
